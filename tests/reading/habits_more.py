"""More appendices after the habits of many offices; written as those of ``habits``."""

from tests.reading.habits import Habit, habit

HABITS: dict[str, Habit] = {
    name: habit(text)
    for name, text in {
        "responsible body only": """
# Biểu số 01
# CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRỌNG TÂM NĂM 2025

TT|Tên nhiệm vụ, giải pháp|Cơ quan chịu trách nhiệm chính|Cơ quan tham gia|Thời gian hoàn thành|Hình thức văn bản
1|Đề án sắp xếp đơn vị hành chính|Sở Nội vụ|UBND các huyện|Quý II/2025|Đề án
2|Quy định phân cấp quản lý|Sở Nội vụ|Sở Tư pháp|Quý III/2025|Quyết định
====
@ |
1|Đề án sắp xếp đơn vị hành chính|Sở Nội vụ|UBND các huyện|Quý II/2025
2|Quy định phân cấp quản lý|Sở Nội vụ|Sở Tư pháp|Quý III/2025
""",
        "issuing level and budget": """
# PHỤ LỤC II
# DANH MỤC ĐỀ ÁN, KẾ HOẠCH CCHC NĂM 2025

Số TT|Tên đề án|Cấp trình|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian trình|Kinh phí (triệu đồng)|Ghi chú
I|Đề án trình HĐND tỉnh|<|<|<|<|<|<
1|Đề án phát triển chính quyền số|HĐND tỉnh|Sở Khoa học và Công nghệ|Sở Tài chính|Kỳ họp giữa năm|500|
II|Đề án trình UBND tỉnh|<|<|<|<|<|<
2|Đề án vị trí việc làm|UBND tỉnh|Sở Nội vụ|Các sở|Tháng 9/2025|200|
|Cộng||||| 700|
====
@ I | Đề án trình HĐND tỉnh
1|Đề án phát triển chính quyền số|Sở Khoa học và Công nghệ|Sở Tài chính|Kỳ họp giữa năm
@ II | Đề án trình UBND tỉnh
2|Đề án vị trí việc làm|Sở Nội vụ|Các sở|Tháng 9/2025
""",
        "targets before tasks in the same shape": """
# PHỤ LỤC I
# CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2025

STT|Chỉ tiêu|Đơn vị tính|Chỉ tiêu năm 2025|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành
1|Tỷ lệ hồ sơ đúng hạn|%|98|Văn phòng UBND tỉnh|Các sở|31/12/2025
2|Tỷ lệ hồ sơ trực tuyến|%|80|Văn phòng UBND tỉnh|Các sở|31/12/2025
3|Mức độ hài lòng|%|95|Sở Nội vụ|Các sở|31/12/2025
# PHỤ LỤC II
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025

STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "letterhead as a table": """
ỦY BAN NHÂN DÂN/nXÃ TÂN PHÚ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/nĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND|Tân Phú, ngày 15 tháng 01 năm 2026
# KẾ HOẠCH
# Cải cách hành chính năm 2026

TT|Nội dung|Bộ phận chủ trì|Bộ phận phối hợp|Thời gian
1|Ban hành kế hoạch|Văn phòng HĐND và UBND|Các phòng|Tháng 1
2|Niêm yết thủ tục|Trung tâm Phục vụ hành chính công|Công an xã|Thường xuyên

NƠI NHẬN:/n- Như trên|TM. ỦY BAN NHÂN DÂN/nCHỦ TỊCH
====
@ |
1|Ban hành kế hoạch|Văn phòng HĐND và UBND|Các phòng|Tháng 1
2|Niêm yết thủ tục|Trung tâm Phục vụ hành chính công|Công an xã|Thường xuyên
""",
        "content cells with several dashed lines": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Cải cách thủ tục:/n- Rà soát;/n- Công khai.|Văn phòng UBND tỉnh|- Sở Nội vụ;/n- Sở Tư pháp;/n- UBND cấp xã|- Quý I;/n- Quý II
2|Sơ kết|Sở Nội vụ|Các sở|Tháng 6
====
@ |
1|Cải cách thủ tục: - Rà soát; - Công khai.|Văn phòng UBND tỉnh|- Sở Nội vụ; - Sở Tư pháp; - UBND cấp xã|- Quý I; - Quý II
2|Sơ kết|Sở Nội vụ|Các sở|Tháng 6
""",
        "dashes as rows of their own": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Công tác tuyên truyền|Sở Nội vụ|Các sở|Cả năm
-|Tuyên truyền trên báo|Báo và Phát thanh, Truyền hình tỉnh||
-|Tổ chức hội thi|||Quý III
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Công tác tuyên truyền|Sở Nội vụ|Các sở|Cả năm
-|Tuyên truyền trên báo|Báo và Phát thanh, Truyền hình tỉnh|Các sở|Cả năm
-|Tổ chức hội thi|Sở Nội vụ|Các sở|Quý III
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "dashed rows in the content column with bodies of their own": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Công tác kiểm tra|Sở Nội vụ|Các sở|Cả năm
|- Kiểm tra định kỳ|Sở Nội vụ|Sở Tư pháp|Quý II
|+ Kiểm tra đột xuất|Thanh tra tỉnh||Khi có yêu cầu
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Công tác kiểm tra|Sở Nội vụ|Các sở|Cả năm
|- Kiểm tra định kỳ|Sở Nội vụ|Sở Tư pháp|Quý II
|+ Kiểm tra đột xuất|Thanh tra tỉnh|Các sở|Khi có yêu cầu
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "lead merged down over sub-rows": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Cải cách tài chính công|Sở Tài chính|Các sở|Cả năm
1.1|Giải ngân vốn đầu tư|^|^|31/12/2025
1.2|Tự chủ tài chính|^|^|^
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Cải cách tài chính công|Sở Tài chính|Các sở|Cả năm
1.1|Giải ngân vốn đầu tư|Sở Tài chính|Các sở|31/12/2025
1.2|Tự chủ tài chính|Sở Tài chính|Các sở|31/12/2025
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "one content merged over several leads": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Xây dựng quy chế|Sở Nội vụ|Các sở|Quý I
^|^|Sở Tư pháp|Các sở|Quý II
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Xây dựng quy chế|Sở Nội vụ|Các sở|Quý I
1|Xây dựng quy chế|Sở Tư pháp|Các sở|Quý II
2|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "section row with a lead for all": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Thời gian
I|CẢI CÁCH THỂ CHẾ|Sở Tư pháp|
1|Rà soát văn bản||Quý I
2|Kiểm tra văn bản||Quý II
II|CẢI CÁCH BỘ MÁY|Sở Nội vụ|
1|Sắp xếp||Quý III
====
@ I | CẢI CÁCH THỂ CHẾ
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ II | CẢI CÁCH BỘ MÁY
1|Sắp xếp|Sở Nội vụ||Quý III
""",
        "numbers with slashes and brackets": """
# NHIỆM VỤ NĂM 2025

Stt|Công việc|Chủ trì|Phối hợp|Hạn hoàn thành
I/|Thể chế|||
1/|Rà soát văn bản|Sở Tư pháp|Các sở|15/3/2025
2/|Kiểm tra|Sở Tư pháp||Trước ngày 30/6
II/|Thủ tục|||
1/|Công khai|Văn phòng UBND tỉnh|Các sở|Thường xuyên
====
@ I | Thể chế
1|Rà soát văn bản|Sở Tư pháp|Các sở|15/3/2025
2|Kiểm tra|Sở Tư pháp||Trước ngày 30/6
@ II | Thủ tục
1|Công khai|Văn phòng UBND tỉnh|Các sở|Thường xuyên
""",
        "two-digit numbers with a nought": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
01|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
02|Kiểm tra|Sở Nội vụ|Các sở|Quý II
03|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
01|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
02|Kiểm tra|Sở Nội vụ|Các sở|Quý II
03|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "fields as letters A, B with titles in small letters": """
# NHIỆM VỤ NĂM 2025

TT|Nội dung nhiệm vụ|Cơ quan, đơn vị chủ trì|Cơ quan, đơn vị phối hợp|Thời gian thực hiện
A|Công tác chỉ đạo, điều hành|||
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
B|Cải cách thể chế|||
2|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
C|Cải cách thủ tục hành chính|||
3|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Thường xuyên
====
@ A | Công tác chỉ đạo, điều hành
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
@ B | Cải cách thể chế
2|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
@ C | Cải cách thủ tục hành chính
3|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Thường xuyên
""",
        "number within the content, restarting": """
# NHIỆM VỤ NĂM 2025

Nội dung công việc|Cơ quan chủ trì tham mưu|Cơ quan phối hợp|Cấp phê duyệt|Thời gian thực hiện
**I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH**|<|<|<|<
1. Ban hành Kế hoạch|Sở Nội vụ|Các sở|UBND tỉnh|Tháng 01 năm 2025
2. Phát động thi đua|Sở Nội vụ|Các sở|Chủ tịch UBND tỉnh|Quý I
**II. Cải cách thể chế**|<|<|<|<
1. Rà soát văn bản|Sở Tư pháp|Các sở||Thường xuyên
====
@ I | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
1|Ban hành Kế hoạch|Sở Nội vụ|Các sở|Tháng 01 năm 2025
2|Phát động thi đua|Sở Nội vụ|Các sở|Quý I
@ II | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp|Các sở|Thường xuyên
""",
        "heading of the field over the whole table again and again": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
**Lĩnh vực 1: Cải cách thể chế**|<|<|<|<
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
**Lĩnh vực 2: Cải cách thủ tục hành chính**|<|<|<|<
2|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
====
@ 1 | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
@ 2 | Cải cách thủ tục hành chính
2|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
""",
        "pages with numbers in the table": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
|||2|
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "coordinating before lead": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Thời gian|Đơn vị phối hợp|Đơn vị chủ trì
1|Ban hành kế hoạch|Quý I|Các sở|Sở Nội vụ
2|Kiểm tra|Quý II||Sở Nội vụ
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ||Quý II
""",
        "people and units": """
# KẾ HOẠCH CÔNG TÁC NĂM 2026

TT|Nội dung công việc|Đơn vị/cá nhân chủ trì|Đơn vị/cá nhân phối hợp|Thời gian bắt đầu|Thời gian kết thúc|Kết quả dự kiến
1|Xây dựng quy chế|Phòng Văn hóa - Xã hội|Văn phòng HĐND và UBND|02/01/2026|15/01/2026|Quy chế
2|Tập huấn|Văn phòng HĐND và UBND|Các phòng|01/3/2026|31/3/2026|Lớp học
====
@ |
1|Xây dựng quy chế|Phòng Văn hóa - Xã hội|Văn phòng HĐND và UBND|Từ 02/01/2026 đến 15/01/2026
2|Tập huấn|Văn phòng HĐND và UBND|Các phòng|Từ 01/3/2026 đến 31/3/2026
""",
        "objectives, tasks and products beside": """
# KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025

Mục tiêu|Nhiệm vụ|Sản phẩm|Chủ trì|Phối hợp|Thời hạn
Nâng cao chất lượng thể chế|Rà soát văn bản|Báo cáo|Sở Tư pháp|Các sở|Quý I
^|Kiểm tra văn bản|Kết luận|Sở Tư pháp|Các sở|Quý II
Tinh gọn bộ máy|Sắp xếp tổ chức|Đề án|Sở Nội vụ|Các sở|Quý III
====
@ | Nâng cao chất lượng thể chế
|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ | Tinh gọn bộ máy
|Sắp xếp tổ chức|Sở Nội vụ|Các sở|Quý III
""",
        "dates written out": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Phối hợp thực hiện|Mốc thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Trước ngày 31 tháng 01 năm 2025
2|Báo cáo|Sở Nội vụ|Các sở|Trước ngày 15 tháng cuối quý
3|Tổng kết|Sở Nội vụ|Các sở|Chậm nhất 10/12/2025
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Trước ngày 31 tháng 01 năm 2025
2|Báo cáo|Sở Nội vụ|Các sở|Trước ngày 15 tháng cuối quý
3|Tổng kết|Sở Nội vụ|Các sở|Chậm nhất 10/12/2025
""",
        "last row cut at the end of the file": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Tổng kết công tác cải cách|Sở Nội vụ|Các sở,|Quý IV

|hành chính năm 2025||ngành, địa phương|
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Tổng kết công tác cải cách hành chính năm 2025|Sở Nội vụ|Các sở, ngành, địa phương|Quý IV
""",
        "the word section in a heading column": """
# NHIỆM VỤ NĂM 2025

Mục|Nội dung thực hiện|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
I|Thể chế|<|<|<
I.1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
I.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
II|Bộ máy|<|<|<
II.1|Sắp xếp|Sở Nội vụ|Các sở|Quý III
====
@ I | Thể chế
I.1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
I.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ II | Bộ máy
II.1|Sắp xếp|Sở Nội vụ|Các sở|Quý III
""",
        "hand-made codes": """
# NHIỆM VỤ NĂM 2025

Mã số|Nhiệm vụ|Chủ trì|Phối hợp|Hạn
NV01|Ban hành kế hoạch|Sở Nội vụ|Các sở|31/01/2025
NV02|Kiểm tra|Sở Nội vụ|Các sở|30/6/2025
====
@ |
NV01|Ban hành kế hoạch|Sở Nội vụ|Các sở|31/01/2025
NV02|Kiểm tra|Sở Nội vụ|Các sở|30/6/2025
""",
        "a list of bodies to inspect in the same document": """
# PHỤ LỤC 1: NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
# PHỤ LỤC 2: DANH SÁCH CƠ QUAN ĐƯỢC KIỂM TRA

STT|Cơ quan được kiểm tra|Nội dung kiểm tra|Cơ quan chủ trì|Thời gian
1|Sở Y tế|Cải cách hành chính|Sở Nội vụ|Tháng 5
2|Sở Công Thương|Cải cách hành chính|Sở Nội vụ|Tháng 6
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "wide titles in the first rows of the table": """
PHỤ LỤC|<|<|<|<
NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025|<|<|<|<
(Kèm theo Kế hoạch số 05/KH-UBND ngày 10/01/2025 của UBND huyện)|<|<|<|<
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
(1)|(2)|(3)|(4)|(5)
1|Ban hành kế hoạch|Phòng Nội vụ|Các phòng|Quý I
2|Kiểm tra|Phòng Nội vụ|Các phòng|Quý II
====
@ |
1|Ban hành kế hoạch|Phòng Nội vụ|Các phòng|Quý I
2|Kiểm tra|Phòng Nội vụ|Các phòng|Quý II
""",
        "blank rows between": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
||||
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
||||
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
||||
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "several leads in lines": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Cải thiện chỉ số PAR INDEX|Sở Nội vụ/nSở Tư pháp/nVăn phòng UBND tỉnh|Các sở, ban, ngành;/nUBND cấp xã|Cả năm
2|Cải thiện chỉ số PCI|Sở Tài chính|Các sở|Cả năm
====
@ |
1|Cải thiện chỉ số PAR INDEX|Sở Nội vụ Sở Tư pháp Văn phòng UBND tỉnh|Các sở, ban, ngành; UBND cấp xã|Cả năm
2|Cải thiện chỉ số PCI|Sở Tài chính|Các sở|Cả năm
""",
        "contents that begin with figures": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|100% hồ sơ được số hóa|Sở Nội vụ|Các sở|Quý I
2|02 lớp tập huấn cho công chức|Sở Nội vụ|Các sở|Quý II
3|30 ngày cao điểm cấp căn cước|Công an tỉnh|UBND cấp xã|Tháng 7
====
@ |
1|100% hồ sơ được số hóa|Sở Nội vụ|Các sở|Quý I
2|02 lớp tập huấn cho công chức|Sở Nội vụ|Các sở|Quý II
3|30 ngày cao điểm cấp căn cước|Công an tỉnh|UBND cấp xã|Tháng 7
""",
        "tasks that sound like sums and notes": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Tổng số hóa toàn bộ sổ hộ tịch|Sở Tư pháp|Các sở|Quý I
2|Cộng tác viên cải cách hành chính: xây dựng mạng lưới|Sở Nội vụ|Các sở|Quý II
3|Lưu ý rà soát chồng chéo|Sở Tư pháp|Các sở|Quý III
4|Ký số văn bản|Văn phòng UBND tỉnh|Các sở|Thường xuyên
====
@ |
1|Tổng số hóa toàn bộ sổ hộ tịch|Sở Tư pháp|Các sở|Quý I
2|Cộng tác viên cải cách hành chính: xây dựng mạng lưới|Sở Nội vụ|Các sở|Quý II
3|Lưu ý rà soát chồng chéo|Sở Tư pháp|Các sở|Quý III
4|Ký số văn bản|Văn phòng UBND tỉnh|Các sở|Thường xuyên
""",
        "tasks in capitals": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|BAN HÀNH KẾ HOẠCH|Sở Nội vụ|Các sở|Quý I
2|KIỂM TRA|Sở Nội vụ|Các sở|Quý II
====
@ |
1|BAN HÀNH KẾ HOẠCH|Sở Nội vụ|Các sở|Quý I
2|KIỂM TRA|Sở Nội vụ|Các sở|Quý II
""",
        "the field in a column that is filled in each row": """
# NHIỆM VỤ NĂM 2025

STT|Lĩnh vực CCHC|Nhiệm vụ|Đơn vị đầu mối|Đơn vị liên quan|Thời điểm hoàn thành
1|Thể chế|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
2|Thể chế|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
3|Bộ máy|Sắp xếp tổ chức|Sở Nội vụ|Các sở|Quý III
====
@ | Thể chế
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ | Bộ máy
3|Sắp xếp tổ chức|Sở Nội vụ|Các sở|Quý III
""",
        "a section title cut over a page": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
**II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH, CƠ CHẾ MỘT CỬA,**|<|<|<|<
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
**MỘT CỬA LIÊN THÔNG**|<|<|<|<
1|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
@ II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH, CƠ CHẾ MỘT CỬA, MỘT CỬA LIÊN THÔNG
1|Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Quý II
""",
        "without time": """
# PHỤ LỤC PHÂN CÔNG NHIỆM VỤ NĂM 2025

STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Sản phẩm
1|Rà soát văn bản|Sở Tư pháp|Các sở|Báo cáo
2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Kết luận
====
@ |
1|Rà soát văn bản|Sở Tư pháp|Các sở|
2|Kiểm tra văn bản|Sở Tư pháp|Các sở|
""",
        "without coordinating": """
# PHÂN CÔNG NHIỆM VỤ NĂM 2025

STT|Nội dung công việc|Người thực hiện|Thời gian hoàn thành
1|Ban hành kế hoạch|Văn phòng|Tháng 1
2|Niêm yết thủ tục|Bộ phận Một cửa|Thường xuyên
====
@ |
1|Ban hành kế hoạch|Văn phòng||Tháng 1
2|Niêm yết thủ tục|Bộ phận Một cửa||Thường xuyên
""",
        "typed with tabs beside a real letterhead": """
ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
# PHỤ LỤC
# NHIỆM VỤ NĂM 2025
# STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
# 1\tBan hành kế hoạch\tSở Nội vụ\tCác sở\tQuý I
# 2\tKiểm tra\tSở Nội vụ\tCác sở\tQuý II
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "headings in English letters without marks": """
# NHIEM VU NAM 2025

STT|NOI DUNG|CO QUAN CHU TRI|CO QUAN PHOI HOP|THOI GIAN
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "three times: begin, end, and length": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Chủ trì|Phối hợp|Ngày bắt đầu|Ngày kết thúc|Số ngày|Ghi chú
1|Khảo sát|Sở Nội vụ|Các sở|01/3/2025|15/3/2025|15|
2|Báo cáo|Sở Nội vụ|Các sở|16/3/2025|20/3/2025|5|
====
@ |
1|Khảo sát|Sở Nội vụ|Các sở|Từ 01/3/2025 đến 15/3/2025
2|Báo cáo|Sở Nội vụ|Các sở|Từ 16/3/2025 đến 20/3/2025
""",
        "two tables of one plan with a title between": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025
# A. NHIỆM VỤ CỦA CÁC SỞ

STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
# B. NHIỆM VỤ CỦA UBND CẤP XÃ

STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Công khai thủ tục|UBND cấp xã|Văn phòng UBND tỉnh|Quý II
====
@ A | NHIỆM VỤ CỦA CÁC SỞ
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
@ B | NHIỆM VỤ CỦA UBND CẤP XÃ
1|Công khai thủ tục|UBND cấp xã|Văn phòng UBND tỉnh|Quý II
""",
        "Roman headings below capital ones, numbers run through": """
# NHIỆM VỤ NĂM 2025

TT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành
**A**|**NHIỆM VỤ THƯỜNG XUYÊN**|<|<|<
**I**|**Chỉ đạo, điều hành**|<|<|<
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
**II**|**Thể chế**|<|<|<
2|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
**B**|**NHIỆM VỤ ĐỘT PHÁ**|<|<|<
3|Xây dựng trung tâm dữ liệu|Sở Khoa học và Công nghệ|Các sở|Quý IV
====
@ I | Chỉ đạo, điều hành
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
@ II | Thể chế
2|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
@ B | NHIỆM VỤ ĐỘT PHÁ
3|Xây dựng trung tâm dữ liệu|Sở Khoa học và Công nghệ|Các sở|Quý IV
""",
        "Arabic sections, arabic tasks in the content": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Cải cách thể chế|<|<|<
|- Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
|- Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
2|Cải cách thủ tục hành chính|<|<|<
|- Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Thường xuyên
====
@ 1 | Cải cách thể chế
|- Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
|- Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ 2 | Cải cách thủ tục hành chính
|- Công khai thủ tục|Văn phòng UBND tỉnh|Các sở|Thường xuyên
""",
        "quarter columns under one heading": """
# NHIỆM VỤ NĂM 2025

STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian thực hiện|<|<|<
^|^|^|^|Quý I|Quý II|Quý III|Quý IV
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|x|||
2|Kiểm tra|Sở Nội vụ|Các sở||x||x
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II, Quý IV
""",
        "bodies of the party": """
# CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026

TT|Nội dung công việc|Cơ quan tham mưu|Cơ quan phối hợp|Thời gian trình|Cấp ban hành
1|Nghị quyết về cải cách hành chính|Ban Tổ chức Tỉnh ủy|Đảng ủy UBND tỉnh|Quý I|Ban Thường vụ Tỉnh ủy
2|Kiểm tra thực hiện nghị quyết|Ủy ban Kiểm tra Tỉnh ủy|Văn phòng Tỉnh ủy|Quý III|Tỉnh ủy
====
@ |
1|Nghị quyết về cải cách hành chính|Ban Tổ chức Tỉnh ủy|Đảng ủy UBND tỉnh|Quý I
2|Kiểm tra thực hiện nghị quyết|Ủy ban Kiểm tra Tỉnh ủy|Văn phòng Tỉnh ủy|Quý III
""",
        "a row without a body among whole rows": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Tuyên truyền||Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|
4|Khen thưởng|||
5|Báo cáo|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Tuyên truyền||Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|
4|Khen thưởng|||
5|Báo cáo|Sở Nội vụ|Các sở|Quý IV
""",
        "capitals cut inside a table without numbers": """
# NHIỆM VỤ NĂM 2025

Nội dung|Cơ quan chủ trì|Thời gian
THỂ CHẾ||
Rà soát văn bản quy phạm pháp luật do UBND tỉnh|Sở Tư pháp|Quý I
ban hành||
Kiểm tra văn bản|Sở Tư pháp|Quý II
BỘ MÁY||
Sắp xếp tổ chức|Sở Nội vụ|Quý III
====
@ | THỂ CHẾ
|Rà soát văn bản quy phạm pháp luật do UBND tỉnh ban hành|Sở Tư pháp||Quý I
|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ | BỘ MÁY
|Sắp xếp tổ chức|Sở Nội vụ||Quý III
""",
        "a coordinating list that runs over three pieces": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Sở Nội vụ;|Quý I
|||Sở Tư pháp;|
|||UBND cấp xã|
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
====
@ |
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Sở Nội vụ; Sở Tư pháp; UBND cấp xã|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "reports in a second list of the same shape": """
# PHỤ LỤC I
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|Quý IV
# PHỤ LỤC II
# CHẾ ĐỘ BÁO CÁO

STT|Tên báo cáo|Cơ quan báo cáo|Cơ quan nhận|Thời hạn gửi
1|Báo cáo quý|Các sở|Sở Nội vụ|Ngày 15 tháng cuối quý
====
@ |
1|Rà soát thủ tục|Văn phòng UBND tỉnh|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
    }.items()
}

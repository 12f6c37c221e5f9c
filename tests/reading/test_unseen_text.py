"""Texts nobody prepared for: what may stand in the wrong row carries a mark."""

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.pipeline import paste_source


def draft(text: str, directory: Directory) -> PlanDraft:
    return draft_from(paste_source(text), directory)


def marked(plan: PlanDraft) -> list[bool]:
    return [any(problem.code == "guessed_cells" for problem in task.problems) for task in plan.tasks]


def test_the_first_label_of_a_task_is_not_its_content(directory: Directory) -> None:
    text = """NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026

I. CẢI CÁCH TÀI CHÍNH CÔNG
Tự đánh giá, chấm điểm Chỉ số cải cách hành chính
Sản phẩm: Báo cáo
Đơn vị chủ trì: Sở Nội vụ
Thời gian thực hiện: Quý II năm 2026
Phân bổ dự toán cho nhiệm vụ cải cách hành chính
Sản phẩm: Quyết định
Đơn vị chủ trì: Sở Tài chính
Thời gian thực hiện: 30/6/2026
"""
    plan = draft(text, directory)
    assert [(task.content, task.product, task.lead) for task in plan.tasks] == [
        ("Tự đánh giá, chấm điểm Chỉ số cải cách hành chính", "Báo cáo", "Sở Nội vụ"),
        ("Phân bổ dự toán cho nhiệm vụ cải cách hành chính", "Quyết định", "Sở Tài chính"),
    ]
    assert {task.section for task in plan.tasks} == {"I"}


def test_sentences_that_name_their_bodies_themselves_are_marked(directory: Directory) -> None:
    text = """III. NHIỆM VỤ CỤ THỂ NĂM 2026
- Sở Nội vụ chủ trì, phối hợp Sở Tài chính xây dựng kế hoạch. Thời gian thực hiện: Quý I.
- Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát văn bản. Thời gian thực hiện: Quý II.
- Sở Y tế chủ trì, phối hợp Sở Nội vụ khảo sát hài lòng. Thời gian thực hiện: Quý III.
"""
    plan = draft(text, directory)
    assert len(plan.tasks) == 3
    assert all(marked(plan))


def test_columns_set_in_the_middle_of_their_rows_are_marked(directory: Directory) -> None:
    text = """STT   Nội dung công việc             Cơ quan chủ trì      Thời gian
      Kiểm tra công tác cải cách
1     hành chính tại các sở, ban,    Sở Nội vụ            Quý I
      ngành, địa phương
      Rà soát văn bản quy phạm
2     pháp luật do Hội đồng nhân     Sở Tư pháp           Quý II
      dân tỉnh ban hành
      Tuyên truyền cải cách hành
3     chính trên báo của tỉnh        Báo tỉnh             Quý III
"""
    plan = draft(text, directory)
    wrong = [not task.content[:1].isupper() for task in plan.tasks]
    assert len(plan.tasks) >= 3
    assert not any(wrong) or all(marked(plan))

"""What the tests of reading share: the delivered directory of agencies."""

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Directory
from cchc_desktop.paths import resources


@pytest.fixture(scope="session")
def directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))

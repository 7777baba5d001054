import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from helpers.page.reading.door import Door, asks_this_computer


def request(host="127.0.0.1:8866", cookie=""):
    headers = HTTPHeaders({"Host": host, "Cookie": cookie})
    return HTTPServerRequest(start_line=RequestStartLine("GET", "/", "HTTP/1.1"), headers=headers)


def test_a_key_opens_once():
    door = Door(8866)
    key = door.cut_key()
    assert door.use_key(key)
    assert not door.use_key(key)
    assert not door.use_key("")


def test_the_cookie_of_this_kit_lets_in_and_another_does_not():
    door = Door(8866)
    assert door.knows(request(cookie=f"kit-door-8866={door.secret}"))
    assert not door.knows(request(cookie="kit-door-8866=guessed"))
    assert not door.knows(request())


@pytest.mark.parametrize("host", ["127.0.0.1:8866", "localhost:8866", "localhost"])
def test_this_computer_is_answered(host):
    assert asks_this_computer(request(host))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.1"])
def test_a_foreign_host_is_not(host):
    assert not asks_this_computer(request(host))

import asyncio

from helpers.page.reading.kernels import GRACE, OPENING, PageKernels


class Kernels(PageKernels):
    """The rule alone: which kernels are ended, without starting any."""

    def __init__(self, connections, pooled=()):
        self._last_seen, self._kernel_connections = {}, connections
        self._warm, self.ended, self._connected_once = set(pooled), [], set()

    def connect(self, kernel_id):
        self._kernel_connections[kernel_id] = 0
        self.notify_connect(kernel_id)

    def pooled(self):
        return self._warm

    def list_kernel_ids(self):
        return [name for name in self._kernel_connections if name not in self.ended]

    async def shutdown_kernel(self, kernel_id, now=False):
        self.ended.append(kernel_id)

    def look(self, now):
        asyncio.run(self.end_deserted(now))


def test_a_kernel_ends_when_its_page_has_been_gone_for_the_grace_time():
    kernels = Kernels({})
    kernels.connect("left")
    kernels.look(0)
    kernels.notify_disconnect("left")
    kernels.look(GRACE - 1)
    assert kernels.ended == []
    kernels.look(GRACE + 1)
    assert kernels.ended == ["left"]


def test_a_kernel_never_ends_under_a_reader():
    kernels = Kernels({"read": 1})
    kernels.look(0)
    kernels.look(100 * GRACE)
    assert kernels.ended == []


def test_a_warm_kernel_waits_for_its_reader():
    kernels = Kernels({"warm": 0}, pooled=["warm"])
    kernels.look(0)
    kernels.look(100 * GRACE)
    assert kernels.ended == []


def test_a_reload_within_the_grace_time_starts_the_clock_again():
    kernels = Kernels({})
    kernels.connect("page")
    kernels.look(0)
    kernels.notify_disconnect("page")
    kernels.look(GRACE - 2)
    kernels.connect("page")
    kernels.look(GRACE - 1)
    kernels._kernel_connections["page"] = 0
    kernels.look(GRACE + 1)
    assert kernels.ended == []


def test_a_page_that_opens_slowly_keeps_its_kernel_and_one_that_never_came_does_not():
    kernels = Kernels({"slow": 0})
    kernels.look(0)
    kernels.look(OPENING - 1)
    assert kernels.ended == []
    kernels.look(OPENING + 1)
    assert kernels.ended == ["slow"]


def test_a_page_that_came_and_went_between_two_looks_does_not_keep_its_kernel():
    kernels = Kernels({})
    kernels.connect("short")
    kernels.notify_disconnect("short")
    kernels.look(0)
    kernels.look(GRACE + 1)
    assert kernels.ended == ["short"]


class Task:
    """A page that is being made, or is made."""

    def __init__(self, kernel_id=None):
        self.kernel_id = kernel_id

    def done(self):
        return self.kernel_id is not None

    def exception(self):
        return None

    def result(self):
        return {"kernel_id": self.kernel_id}


class Pool(PageKernels):
    """The pool alone: which warm pages are handed out, without starting any."""

    fill_delay = 6.0

    def __init__(self, tasks):
        self._pools, self._begins, self.ended = {"page.ipynb": tasks}, {}, []
        self._refill = lambda **asked: self._pools["page.ipynb"].append(Task())
        self.fill_if_needed = self._fill

    async def shutdown_kernel(self, kernel_id, now=False):
        self.ended.append(kernel_id)
        self._pools["page.ipynb"].clear()


def test_a_page_that_is_being_made_is_waited_for_and_one_not_begun_is_not():
    pool = Pool([])
    pool.fill_if_needed(delay=0, notebook_name="page.ipynb")
    assert pool.warm("page.ipynb") == 1
    pool._pools["page.ipynb"].clear()
    pool.fill_if_needed(notebook_name="page.ipynb")  # after one was taken: in six seconds
    assert pool.warm("page.ipynb") == 0
    pool._pools["page.ipynb"] = [Task("made")]
    assert pool.warm("page.ipynb") == 1
    assert pool.warm("other.ipynb") == 0


def test_a_warm_page_whose_kernel_died_is_made_anew():
    async def fall(kernel_id):
        pool = Pool([Task("warm")])
        pool._fell(kernel_id)
        await asyncio.sleep(0)
        return pool

    pool = asyncio.run(fall("warm"))
    assert (pool.ended, pool.warm("page.ipynb")) == (["warm"], 1)
    assert asyncio.run(fall("a page that somebody reads")).ended == []

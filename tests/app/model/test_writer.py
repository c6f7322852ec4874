"""A language model behind LangChain, spoken to over a local server that behaves well or badly."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from misbehaving_server import (
    Mode,
    closes_at_once,
    drips,
    fails_with,
    hangs,
    hangs_after,
    never_ends,
    says,
    sends_bytes,
    serving,
)

from app.model.prompts import Message
from app.model.writer import PROVIDERS, SENT, Recorded, Recorder, Writer, open_writer
from corpus.errors import NoReply, WrongInput
from corpus.settings import ModelSettings, Settings

ASKED = (Message("system", "Be brief."), Message("user", "How many wards?"))


def writer(url: str, index: Path, timeout: float = 0.5) -> Writer:
    found = open_writer(ModelSettings("openai:test-model", url, "secret-key", timeout), index)
    assert found is not None
    return found


def test_a_reply_comes_in_pieces(tmp_path: Path) -> None:
    with serving(says("Four ", "wards [1].")) as server:
        assert [piece for piece in writer(server.url, tmp_path).write(ASKED) if piece] == ["Four ", "wards [1]."]


def test_a_deployment_of_azure_is_spoken_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-06-01")
    with serving(says("Four.")) as server:
        asked = open_writer(ModelSettings("azure_openai:board", server.url, "k", 2), tmp_path)
        assert asked is not None
        assert "".join(asked.write(ASKED)) == "Four."


def test_ollama_is_given_its_address_and_the_time_limit() -> None:
    settings = ModelSettings("ollama:llama3.1", "http://localhost:11434", timeout=9)
    assert PROVIDERS["ollama"].arguments("llama3.1", settings) == {
        "base_url": "http://localhost:11434",
        "client_kwargs": {"timeout": 9},
    }


def test_what_is_sent_is_what_the_log_says(tmp_path: Path) -> None:
    with serving(says("Four.")) as server:
        list(writer(server.url, tmp_path).write(ASKED))
        sent = server.received[0]
    logged = json.loads((tmp_path / SENT).read_text(encoding="utf-8"))
    assert (
        logged["messages"]
        == sent["messages"]
        == [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "How many wards?"},
        ]
    )
    assert logged["model"] == "openai:test-model"
    assert "secret-key" not in (tmp_path / SENT).read_text(encoding="utf-8")
    assert sent["stream"] is True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_the_log_is_for_its_owner_only(tmp_path: Path) -> None:
    with serving(says("Four.")) as server:
        list(writer(server.url, tmp_path).write(ASKED))
    assert stat.S_IMODE((tmp_path / SENT).stat().st_mode) == 0o600


def test_what_cannot_be_logged_is_not_sent(tmp_path: Path) -> None:
    with serving(says("Four.")) as server:
        with pytest.raises(NoReply, match="was not asked"):
            list(writer(server.url, tmp_path / "not there").write(ASKED))
        assert server.received == []


def test_a_tracing_service_of_the_library_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says("traced")) as service, serving(says("Four.")) as server:
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_API_KEY", "k")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", service.url)
        list(writer(server.url, tmp_path).write(ASKED))
        time.sleep(0.3)
        assert service.received == []


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        (hangs, "did not"),
        (hangs_after("Four "), "did not"),
        (drips, "did not finish within 0.5 seconds"),
        (never_ends("and " * 1000), "had no end"),
        (never_ends(""), "did not finish within 0.5 seconds"),
        (fails_with(400), r"refused the request \(status 400\)"),
        (fails_with(401), r"did not accept the key \(status 401\)"),
        (fails_with(404), r"is not known to its server \(status 404\)"),
        (fails_with(429), r"is asked too often at the moment \(status 429\)"),
        (fails_with(500), r"has a fault \(status 500\)"),
        (sends_bytes(b'data: {"choices": [{"delta": \n\n'), "cannot be read"),
        (sends_bytes(b"data: \xff\xfe\x00\n\n"), "cannot be read"),
        (closes_at_once, "cannot be reached"),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "__qualname__", ""),
)
def test_a_server_that_misbehaves_is_left_with_one_sentence(mode: Mode, why: str, tmp_path: Path) -> None:
    with serving(mode) as server:
        asked = writer(server.url, tmp_path)
        started = time.monotonic()
        with pytest.raises(NoReply, match=why) as raised:
            list(asked.write(ASKED))
        assert time.monotonic() - started < 2
        assert "secret" not in str(raised.value)
        assert len(server.received) == 1


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoReply, match="cannot be reached"):
        list(writer("http://127.0.0.1:9/v1", tmp_path).write(ASKED))


def test_a_stream_that_nobody_reads_any_more_is_closed(tmp_path: Path) -> None:
    with serving(never_ends("and ")) as server:
        next(iter(writer(server.url, tmp_path).write(ASKED)))
        assert server.left.wait(3)


def test_without_a_model_there_is_no_writer_and_its_library_is_not_loaded() -> None:
    said = (
        "import sys; from pathlib import Path; import app.assistant; from app.model.writer import open_writer; "
        "from corpus.settings import ModelSettings; assert open_writer(ModelSettings(), Path()) is None; "
        "print([name for name in sys.modules if name.split('.')[0] in ('langchain', 'openai')])"
    )
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["gpt-4o-mini", "openai:", "nobody:model", ":", "open ai:x"])
def test_a_name_that_is_none_is_told_the_form(name: str, tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="Write provider:model"):
        open_writer(ModelSettings(name), tmp_path)


def test_a_package_that_is_not_installed_is_told_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    with pytest.raises(WrongInput, match="Run: python -m pip install langchain-anthropic"):
        open_writer(ModelSettings("anthropic:some-model", key="k"), tmp_path)


def test_a_missing_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(WrongInput, match="cannot be set up"):
        open_writer(ModelSettings("openai:test-model"), tmp_path)


def test_a_recorder_keeps_what_would_be_sent() -> None:
    recorder = Recorder()
    assert list(recorder.write(ASKED)) == []
    assert recorder.sent[1] == {"role": "user", "content": "How many wards?"}


def test_a_reply_that_was_not_recorded_is_none() -> None:
    assert list(Recorded("Four.").write(ASKED)) == ["Four."]
    with pytest.raises(NoReply):
        list(Recorded(None).write(ASKED))


def test_the_settings_of_a_model_are_read() -> None:
    settings = Settings.from_environment(
        {
            "BOARD_PAPERS_MODEL": " ollama:llama3.1 ",
            "BOARD_PAPERS_MODEL_URL": "http://localhost:11434",
            "BOARD_PAPERS_MODEL_KEY": "k",
            "BOARD_PAPERS_MODEL_TIMEOUT": "12.5",
        }
    )
    assert settings.model == ModelSettings("ollama:llama3.1", "http://localhost:11434", "k", 12.5)
    assert "'k'" not in repr(settings)


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "inf", "9999"])
def test_a_time_limit_that_is_none_is_refused(seconds: str) -> None:
    with pytest.raises(WrongInput, match="BOARD_PAPERS_MODEL_TIMEOUT"):
        Settings.from_environment({"BOARD_PAPERS_MODEL_TIMEOUT": seconds})


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(WrongInput, match="BOARD_PAPERS_MODEL_URL"):
        Settings.from_environment({"BOARD_PAPERS_MODEL_URL": "localhost:11434"})

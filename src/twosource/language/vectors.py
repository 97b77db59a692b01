"""Sentences → vectors, by MiniLM (all-MiniLM-L6-v2) as int8 ONNX. The only file that knows ONNX.

Mean-pooled token states, L2-normalised: Reimers & Gurevych 2019 (Sentence-BERT).
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .models import encoder_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SIZE", "encode"]

SIZE = 384
_BATCH = 8  # texts of like length: little is padded, and a small batch stays in the processor's cache
_LONGEST = 128  # word pieces


@cache
def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    vocabulary = files(__package__).joinpath("minilm-vocab.txt")
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.enable_padding()
    return tokenizer


@cache
def _session(threads: int) -> Any:
    # Its packages on PyPI (1.31 does) keep a device id in the user's cache and report their use to Microsoft
    # from the import on: nobody asked for that here, and a report that is read is nobody else's business.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Threads that wait in a loop take the processor from the one that works.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(encoder_file()), options, providers=["CPUExecutionProvider"])


def encode(texts: Sequence[str], *, threads: int = 2) -> "NDArray[np.float32]":
    """Unit vectors, float32, shape (len(texts), 384); texts past 128 word pieces are cut.

    Raises ModelError when the model package is missing or altered.
    """
    import numpy as np

    found = np.zeros((len(texts), SIZE), dtype=np.float32)
    session, tokenizer = _session(threads), _tokenizer()
    wanted = {i.name for i in session.get_inputs()}
    order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), i))
    for at in range(0, len(order), _BATCH):
        batch = order[at : at + _BATCH]
        coded = tokenizer.encode_batch([texts[i][:2000] for i in batch])
        mask = np.array([c.attention_mask for c in coded], dtype=np.int64)
        inputs = {
            "input_ids": np.array([c.ids for c in coded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        states = session.run(None, {k: v for k, v in inputs.items() if k in wanted})[0]
        if states.ndim == 3:
            weights = mask[:, :, None].astype(np.float32)
            states = (states * weights).sum(1) / np.maximum(weights.sum(1), 1e-9)
        found[batch] = states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9)
    return found

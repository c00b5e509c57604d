"""The pair network: one transformer over both texts, and a linear head for each kind of question."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedModel

from models.base import ENTAILMENT_LABELS, RELATION_LABELS

HEADS = {"entailment": len(ENTAILMENT_LABELS), "relation": len(RELATION_LABELS)}


class PairNetwork(nn.Module):
    """Logits of every head for a batch of tokenised pairs.

    The pooled state is the first token's beside the mean of all tokens: the weights we start from were
    trained to be averaged, and the first token learns what the average cannot hold.
    """

    def __init__(self, encoder: PreTrainedModel, hidden: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(2 * hidden, n) for name, n in HEADS.items()})

    @classmethod
    def load_base(cls, folder: Path) -> "PairNetwork":
        """A network over the transformer weights in `folder`, with fresh heads."""
        config = AutoConfig.from_pretrained(folder)
        encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        return cls(encoder, config.hidden_size)

    def freeze(self, layers: int) -> None:
        """Leaves the table of word pieces and so many layers, the lowest, as they are."""
        kept = [*self.encoder.get_submodule("encoder.layer").children()][:layers]
        for part in (self.encoder.get_submodule("embeddings"), *kept):
            part.requires_grad_(False)

    @property
    def inputs(self) -> tuple[str, ...]:
        """What `forward` takes, in order: some transformers tell the two texts apart by token types, some do not."""
        types = ("token_type_ids",) if getattr(self.encoder.config, "type_vocab_size", 0) else ()
        return ("input_ids", "attention_mask", *types)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor | None = None
    ) -> dict[str, Tensor]:
        """int64 (n, length) in; per head float (n, labels) out."""
        types = {} if token_type_ids is None else {"token_type_ids": token_type_ids}
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask, **types).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        pooled = self.dropout(torch.cat([states[:, 0], mean], dim=-1))
        return {name: head(pooled) for name, head in self.heads.items()}

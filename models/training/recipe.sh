#!/bin/sh
# The recipe of the shipped pair model. Each stage is resumed where it was stopped; run it again to go on.
#   NLI    files of entailment pairs (premise, hypothesis, label, set)
#   PAIRS  files of relation pairs (a, b, label)
#   OUT    folder for the checkpoints and, in OUT/weights, the files that ship
set -eu
BASE=$("$PYTHON" -c 'from models.encoder import find_default_weights; print(find_default_weights())')

# 1. Entailment: one pass over everything.
"$PYTHON" -m models.training train --base "$BASE" --out "$OUT/entailment" --nli $NLI

# 2. The six relations in both orders, beside every tenth entailment pair so that it is not forgotten. A fifth of
#    the events is held out: the verdict is calibrated on it (benchmarks/fit_verdict.py).
"$PYTHON" -m models.training train --base "$BASE" --init "$OUT/entailment" --out "$OUT/relations" \
    --nli $NLI --nli-step 10 --pairs $PAIRS --held-out 0.2 --pairs-times 3 --learning-rate 6e-5 --label-smoothing 0.05 --max-tokens 160

# 3. int8 ONNX with its checksums.
"$PYTHON" -m models.training export --base "$BASE" --run "$OUT/relations" --out "$OUT/weights" --version "pair-1"

package himalia.training;

import himalia.display.bundle.Progress;
import himalia.evaluation.folds.Fold;
import himalia.model.Trainer;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees that grow round by round in this process, so that an interrupted cell stops after the tree at hand.
 *
 * @param wanted how many rounds there are at most
 * @param parameters XGBoost's own
 */
record BoostingRounds(String name, int wanted, Map<String, Object> parameters, Boosting.Goal goal) {
    private static final String ROUND = "round";

    /** Under which an XGBoost model says that it was interrupted; other languages show it among its attributes. */
    private static final String INTERRUPTED = "interrupted";

    /** Grows all rounds. */
    Booster all(DMatrix rows) throws XGBoostError {
        try (var kept = new KeptTraining(name, wanted, ROUND);
                var progress = Progress.whenLong("rounds", wanted)) {
            var booster = first(rows, kept);
            boolean isKept = false;
            try {
                progress.advance(1);
                int round = 1;
                while (round < wanted
                        && !kept.endsAfter(round)
                        && hasGrown(booster, rows, round, kept)) {
                    int judged = round;
                    round++;
                    progress.advance(1);
                    progress.note(() -> loss(booster, rows, judged));
                }
                if (progress.isShown()) {
                    progress.note(loss(booster, rows, round - 1));
                }
                if (round < wanted) {
                    booster.setAttr(INTERRUPTED, kept.told(round, round, false));
                }
                isKept = true;
                return booster;
            } finally {
                disposeUnless(isKept, booster);
            }
        }
    }

    /** Grows until later rounds are no better for the rows that are kept aside, and keeps those up to the best. */
    Booster early(DMatrix all, Fold fold, BoostingOptions options) throws XGBoostError {
        var learnt = all.slice(fold.trainRows());
        try {
            var judging = all.slice(fold.testRows());
            try {
                return early(learnt, judging, options.patience());
            } finally {
                judging.dispose();
            }
        } finally {
            learnt.dispose();
        }
    }

    /** Grows likewise, where both are apart already. */
    Booster early(DMatrix learnt, DMatrix judging, int patience) throws XGBoostError {
        try (var kept = new KeptTraining(name, wanted, ROUND);
                var progress = Progress.whenLong("rounds", wanted)) {
            var booster = first(learnt, kept);
            var trees = booster;
            boolean isKept = false;
            try {
                int best = 1;
                double least = judged(booster, judging, 0);
                progress.advance(1);
                int round = 1;
                boolean ends = false;
                while (round < wanted && round - best < patience && !ends) {
                    ends = kept.endsAfter(round) || !hasGrown(booster, learnt, round, kept);
                    if (!ends) {
                        double loss = judged(booster, judging, round);
                        round++;
                        if (loss < least) {
                            least = loss;
                            best = round;
                        }
                        progress.advance(1);
                    }
                }
                trees = FirstRounds.of(booster, best, goal.sums());
                if (ends) {
                    int last = trees.getNumBoostedRound();
                    trees.setAttr(INTERRUPTED, kept.told(round, last, last == best));
                } else {
                    progress.finish("best round " + best);
                }
                isKept = true;
                return trees;
            } finally {
                disposeUnless(isKept && trees == booster, booster);
            }
        }
    }

    private Booster first(DMatrix rows, KeptTraining kept) throws XGBoostError {
        kept.check(0);
        return XGBoost.train(rows, parameters, 1, Map.of(), goal.objective(), null);
    }

    /** Returns whether a round was grown: an objective of a user's may be what hears of an interrupt, before its trees have changed. */
    private boolean hasGrown(Booster booster, DMatrix rows, int round, KeptTraining kept)
            throws XGBoostError {
        try {
            grow(booster, rows, round);
            return true;
        } catch (RuntimeException e) {
            if (kept.keepsUnfinished(round)) {
                return false;
            }
            throw e;
        }
    }

    private void grow(Booster booster, DMatrix rows, int round) throws XGBoostError {
        if (goal.objective() == null) {
            booster.update(rows, round);
        } else {
            booster.update(rows, round, goal.objective());
        }
    }

    private static void disposeUnless(boolean isKept, Booster booster) {
        if (!isKept) {
            booster.dispose();
        }
    }

    /** Says how many rounds were kept, where not all that were asked for. */
    static String outcome(Trainer trainer, Booster booster) {
        int wanted = wanted(trainer);
        try {
            var interrupted = booster.getAttr(INTERRUPTED);
            if (interrupted != null) {
                return interrupted;
            }
            var uncut = booster.getAttr(FirstRounds.UNCUT);
            if (uncut != null) {
                return uncut;
            }
            int kept = booster.getNumBoostedRound();
            return kept < wanted
                    ? "kept %d of %d rounds: later ones were no better for the rows that were kept aside"
                            .formatted(kept, wanted)
                    : "";
        } catch (XGBoostError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static int wanted(Trainer trainer) {
        if (trainer instanceof GradientBoosting classes) {
            return classes.rounds();
        }
        if (trainer instanceof GradientBoostingRegressor numbers) {
            return numbers.rounds();
        }
        return trainer instanceof GradientBoostingRanker ranker ? ranker.rounds() : 0;
    }

    /** Less is better, so what shall be great is told below 0. */
    private double judged(Booster booster, DMatrix rows, int round) throws XGBoostError {
        var told = booster.evalSet(new DMatrix[] {rows}, new String[] {"judge"}, round);
        double value = Double.parseDouble(told.substring(told.lastIndexOf(':') + 1));
        return goal.isGreaterBetter() ? -value : value;
    }

    /** The objective's own metric on the training rows: {@code logloss 0.0312}; one of a user's has none. */
    private String loss(Booster booster, DMatrix matrix, int round) {
        if (goal.objective() instanceof CustomGradients) {
            return "";
        }
        try {
            var told =
                    booster.evalSet(new DMatrix[] {matrix}, new String[] {"train"}, round)
                            .replaceFirst("^.*train-", "");
            int colon = told.indexOf(':');
            return (goal.unit() == 1 ? "%s %.4f" : "%s %.4g")
                    .formatted(
                            told.substring(0, colon),
                            goal.unit() * Double.parseDouble(told.substring(colon + 1)));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Several successive halvings side by side, from one that judges early to one that never does: nobody has to know how early is too early.
 *
 * <pre>{@code
 * study.with(new HyperbandPruner(1, 81, 3))     // five brackets: first rungs at steps 1, 3, 9, 27, 81
 * new HyperbandPruner(1, 81, 3).schedule()      // 81 trials at 1, 27 at 3, …; 34 at 3, …
 * }</pre>
 *
 * <p>L. Li and others (2018): Hyperband. JMLR 18, 1–52. As Optuna's, a trial falls into a bracket by its number and the study's name, and is compared with those of its
 * bracket.
 *
 * @param least the step of the earliest rung
 * @param most the last step that a trial reports
 * @param factor of the trials of a rung one in so many goes on
 */
public record HyperbandPruner(int least, int most, int factor) implements Pruner {
    public HyperbandPruner {
        if (least < 1 || most < least || factor < 2) {
            throw new IllegalArgumentException(
                    "least must be at least 1, most no less than that, and factor at least 2, got %d, %d and %d"
                            .formatted(least, most, factor));
        }
    }

    /**
     * Trials at a rung of a bracket.
     *
     * @param trials how many begin or come there
     * @param step where it lies
     */
    public record Rung(int trials, int step) {}

    /** Returns how many brackets there are. */
    public int brackets() {
        int brackets = 1;
        for (long step = least; step * factor <= most; step *= factor) {
            brackets++;
        }
        return brackets;
    }

    /** Returns the schedule of the paper: for each bracket its rungs, which lie as many times apart from {@code least} on. */
    public List<List<Rung>> schedule() {
        var schedule = new ArrayList<List<Rung>>();
        int last = brackets() - 1;
        for (int bracket = last; bracket >= 0; bracket--) {
            int trials = trials(bracket);
            var rungs = new ArrayList<Rung>();
            for (int rung = 0; rung <= bracket; rung++) {
                rungs.add(
                        new Rung(
                                (int) (trials / Math.pow(factor, rung)),
                                (int) (least * Math.pow(factor, (double) last - bracket + rung))));
            }
            schedule.add(rungs);
        }
        return schedule;
    }

    /** Returns how many trials a bracket of so many rungs above its first begins with. */
    private int trials(int rungs) {
        double share = Math.pow(factor, rungs) / (rungs + 1);
        return (int) Math.ceil(brackets() * share - 1e-9);
    }

    /** Returns the bracket of a trial, from 0, whose first rung is the earliest one. */
    public int bracket(String study, int number) {
        given(study, "study");
        int all = 0;
        for (int rungs = 0; rungs < brackets(); rungs++) {
            all += trials(rungs);
        }
        var hash = new CRC32();
        hash.update((study + "_" + number).getBytes(StandardCharsets.UTF_8));
        int left = (int) (hash.getValue() % all);
        for (int bracket = 0; bracket < brackets(); bracket++) {
            left -= trials(brackets() - 1 - bracket);
            if (left < 0) {
                return bracket;
            }
        }
        return brackets() - 1;
    }

    @Override
    public Optional<String> reason(StudyHistory history, TrialRecord running) {
        given(history, "history");
        given(running, "running");
        int bracket = bracket(history.study(), running.number());
        var competitors =
                history.trials().stream()
                        .filter(trial -> bracket(history.study(), trial.number()) == bracket)
                        .toList();
        return new SuccessiveHalvingPruner(least, factor, bracket)
                .reason(competitors, history, running)
                .map(why -> why + ", in bracket " + bracket);
    }
}

package himalia.search.pruners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.search.Direction;
import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrunersTest {
    private static TrialRecord trial(int number, TrialState state, double... reports) {
        var steps = new TreeMap<Integer, Double>();
        for (int i = 0; i < reports.length; i++) {
            steps.put(i + 1, reports[i]);
        }
        double last = reports.length == 0 ? Double.NaN : reports[reports.length - 1];
        return new TrialRecord(
                number, state, Map.of(), last, steps, "", Instant.EPOCH, Instant.EPOCH);
    }

    private static Optional<String> asked(
            Pruner pruner, Direction direction, double[] running, double[]... complete) {
        var trials = new ArrayList<TrialRecord>();
        for (var each : complete) {
            trials.add(trial(trials.size(), TrialState.COMPLETE, each));
        }
        var now = trial(trials.size(), TrialState.RUNNING, running);
        trials.add(now);
        return pruner.reason(new StudyHistory("s", direction, trials), now);
    }

    @Test
    void theMedianOfTheOthersIsTheBar() {
        var pruner = new MedianPruner(3, 0, 1);
        double[][] others = {{1, 9}, {2, 9}, {3, 9}, {4, 9}};
        assertThat(asked(pruner, Direction.MINIMIZE, new double[] {2.5}, others)).isEmpty();
        assertThat(asked(pruner, Direction.MINIMIZE, new double[] {2.6}, others))
                .contains("2.60000 up to step 1 is worse than 2.50000, the median of 4 trials");
        assertThat(asked(pruner, Direction.MAXIMIZE, new double[] {2.4}, others))
                .contains("2.40000 up to step 1 is worse than 2.50000, the median of 4 trials");
        assertThat(asked(pruner, Direction.MAXIMIZE, new double[] {2.6}, others)).isEmpty();
        // The best so far counts, and not the last.
        assertThat(asked(pruner, Direction.MINIMIZE, new double[] {0, 99}, others)).isEmpty();
        assertThat(asked(pruner, Direction.MINIMIZE, new double[] {Double.NaN}, others))
                .contains("it has reported no number up to step 1");
    }

    @Test
    void itWaitsAsItIsTold() {
        double[][] two = {{1, 1, 1}, {1, 1, 1}};
        double[] bad = {9, 9, 9};
        assertThat(asked(new MedianPruner(3, 0, 1), Direction.MINIMIZE, bad, two)).isEmpty();
        assertThat(asked(new MedianPruner(2, 4, 1), Direction.MINIMIZE, bad, two)).isEmpty();
        assertThat(asked(new MedianPruner(2, 0, 1), Direction.MINIMIZE, bad, two)).isPresent();
        // Steps 2 and 3 are of one interval, which began with step 2.
        assertThat(asked(new MedianPruner(2, 0, 2), Direction.MINIMIZE, bad, two)).isEmpty();
    }

    @Test
    void aPercentileOfTheOthersIsTheBar() {
        double[][] others = {{1}, {2}, {3}, {4}, {5}};
        var quarter = new PercentilePruner(25, 0, 0, 1);
        assertThat(asked(quarter, Direction.MINIMIZE, new double[] {2}, others)).isEmpty();
        assertThat(asked(quarter, Direction.MINIMIZE, new double[] {2.1}, others))
                .contains("2.10000 up to step 1 is worse than 2.00000, the best 25 % of 5 trials");
        assertThat(asked(quarter, Direction.MAXIMIZE, new double[] {3.9}, others)).isPresent();
        assertThat(asked(quarter, Direction.MAXIMIZE, new double[] {4}, others)).isEmpty();
    }

    @Test
    void oneInFourGoesOnFromEachRung() {
        var halving = new SuccessiveHalvingPruner(1, 4, 0);
        double[][] seven = {{1}, {2}, {3}, {4}, {5}, {6}, {7}};
        // Of eight at the rung two go on.
        assertThat(asked(halving, Direction.MINIMIZE, new double[] {1.5}, seven)).isEmpty();
        assertThat(asked(halving, Direction.MINIMIZE, new double[] {2.5}, seven))
                .contains(
                        "2.50000 at step 1 is number 3 of the 8 trials that came to the rung at step 1, of which 2 may go on");
        // Between rungs nobody is judged.
        assertThat(asked(halving, Direction.MINIMIZE, new double[] {1, 99, 99}, seven)).isEmpty();
        assertThat(
                        asked(
                                halving,
                                Direction.MAXIMIZE,
                                new double[] {9, 0, 0, 0},
                                new double[] {1, 1, 1, 1}))
                .contains(
                        "0.00000 at step 4 is number 2 of the 2 trials that came to the rung at step 4, of which 1 may go on");
    }

    /** The schedules of reference/selection.json. */
    @Test
    void hyperbandsScheduleIsThePapers() {
        assertThat(schedule(new HyperbandPruner(1, 81, 3)))
                .isEqualTo(
                        "81@1 27@3 9@9 3@27 1@81; 34@3 11@9 3@27 1@81; 15@9 5@27 1@81; 8@27 2@81; 5@81");
        assertThat(schedule(new HyperbandPruner(1, 27, 3)))
                .isEqualTo("27@1 9@3 3@9 1@27; 12@3 4@9 1@27; 6@9 2@27; 4@27");
        assertThat(schedule(new HyperbandPruner(1, 64, 4)))
                .isEqualTo("64@1 16@4 4@16 1@64; 22@4 5@16 1@64; 8@16 2@64; 4@64");
    }

    /** Rungs of the schedule are the steps at which trials are judged. */
    @Test
    void theScheduleTellsTheRungsThatPrune() {
        var hyperband = new HyperbandPruner(2, 100, 3);
        assertThat(hyperband.schedule())
                .extracting(rungs -> rungs.get(0).step())
                .containsExactly(2, 6, 18, 54);
        assertThat(hyperband.schedule().get(0))
                .extracting(HyperbandPruner.Rung::step)
                .containsExactly(2, 6, 18, 54);
    }

    private static String schedule(HyperbandPruner pruner) {
        return String.join(
                "; ",
                pruner.schedule().stream()
                        .map(
                                bracket ->
                                        String.join(
                                                " ",
                                                bracket.stream()
                                                        .map(r -> r.trials() + "@" + r.step())
                                                        .toList()))
                        .toList());
    }

    @Test
    void trialsOfABracketAreComparedWithEachOther() {
        var hyperband = new HyperbandPruner(1, 9, 3);
        assertThat(hyperband.brackets()).isEqualTo(3);
        var brackets = new int[3];
        for (int number = 0; number < 1000; number++) {
            brackets[hyperband.bracket("s", number)]++;
        }
        // 9, 5 and 3 of 17.
        assertThat(brackets[0]).isBetween(480, 580);
        assertThat(brackets[1]).isBetween(240, 350);
        assertThat(brackets[2]).isBetween(130, 230);
        var trials = new ArrayList<TrialRecord>();
        for (int number = 0; number < 40; number++) {
            trials.add(trial(number, TrialState.RUNNING, 40 - number, 40 - number));
        }
        var history = new StudyHistory("s", Direction.MAXIMIZE, trials);
        for (var each : trials) {
            var first = trial(each.number(), TrialState.RUNNING, 40 - each.number());
            int bracket = hyperband.bracket("s", each.number());
            if (bracket > 0) {
                assertThat(hyperband.reason(history, first)).as("its rung is later").isEmpty();
            }
        }
        var worst =
                trials.stream()
                        .filter(each -> hyperband.bracket("s", each.number()) == 0)
                        .reduce((one, other) -> other)
                        .orElseThrow();
        assertThat(hyperband.reason(history, trial(worst.number(), TrialState.RUNNING, 0)))
                .hasValueSatisfying(why -> assertThat(why).endsWith(", in bracket 0"));
    }

    @Test
    void patienceComesToAnEnd() {
        var patient = new PatientPruner(2);
        double[][] none = {};
        assertThat(asked(patient, Direction.MINIMIZE, new double[] {1, 2, 3}, none)).isEmpty();
        assertThat(asked(patient, Direction.MINIMIZE, new double[] {1, 2, 3, 4}, none))
                .contains("the last 3 steps brought 2.00000 at best, after 1.00000");
        assertThat(asked(patient, Direction.MINIMIZE, new double[] {1, 2, 3, 1}, none)).isEmpty();
        assertThat(asked(patient, Direction.MAXIMIZE, new double[] {1, 2, 3, 4}, none)).isEmpty();
        var both = new PatientPruner(new MedianPruner(0, 0, 1), 2, 0);
        double[] stuck = {1, 2, 3, 4};
        assertThat(asked(both, Direction.MINIMIZE, stuck, new double[] {5, 5, 5, 5})).isEmpty();
        assertThat(asked(both, Direction.MINIMIZE, stuck, new double[] {0, 0, 0, 0}))
                .contains(
                        "the last 3 steps brought 2.00000 at best, after 1.00000; 1.00000 up to step 4 is worse than 0.00000, the median of 1 trials");
    }

    @Test
    void wrongSettingsAreNamed() {
        List<Runnable> wrong =
                List.of(
                        () -> new PercentilePruner(100, 0, 0, 1),
                        () -> new MedianPruner(-1, 0, 1),
                        () -> new SuccessiveHalvingPruner(0, 4, 0),
                        () -> new HyperbandPruner(9, 1, 3),
                        () -> new PatientPruner(-1));
        for (var each : wrong) {
            assertThatThrownBy(each::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(", got ");
        }
    }
}

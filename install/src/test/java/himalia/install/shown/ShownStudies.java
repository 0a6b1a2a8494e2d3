package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.parallel.Activity;
import himalia.parallel.ParallelRun;
import himalia.parallel.Timeline;
import himalia.parallel.WorkerShare;
import himalia.parallel.WorkerSpan;
import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.samplers.RandomSearch;
import himalia.training.DummyClassifier;
import himalia.transfer.TransferResult;
import himalia.transfer.TransferScores;
import himalia.transfer.TransferWay;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Studies to be shown.
 *
 * @param text is a value, and what is thrown
 */
record ShownStudies(String text) {
    private Study study() {
        return Study.minimize(
                        SearchSpace.empty()
                                .log("rate", 0.01, 1)
                                .choice("kind", text, "other")
                                .when("kind", text, more -> more.whole("depth", 1, 5)),
                        new RandomSearch(42))
                .named(text);
    }

    /** Returns them by what they are. */
    Map<String, Object> all() {
        return Map.of(
                "study without trials",
                study(),
                "study that failed",
                failed(),
                "study",
                study().run(12, trial -> trial.real("rate")),
                "transfer",
                transfer(),
                "parallel training",
                parallel());
    }

    private Study failed() {
        var failed = study();
        assertThatThrownBy(
                        () ->
                                failed.run(
                                        2,
                                        trial -> {
                                            throw new IllegalStateException(text);
                                        }))
                .hasMessageStartingWith("all 2 trials have failed");
        return failed;
    }

    ParallelRun parallel() {
        var first = new WorkerSpan(0, 1, Activity.COMPUTE, 0, 40);
        var second = new WorkerSpan(1, 2, Activity.WAIT, 0, 30);
        return new ParallelRun(
                new DummyClassifier().fit(labelled(), "y"),
                text,
                new Timeline(
                        List.of(first, second),
                        List.of(new WorkerShare(0, 40, 0, 2), new WorkerShare(1, 10, 30, 2))),
                List.of(text),
                0);
    }

    private static Table labelled() {
        return Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "a", "b"));
    }

    private TransferResult transfer() {
        double[] good = {0.9, 0.8};
        double[] bad = {0.6, 0.7};
        return new TransferResult(
                text,
                List.of(
                        new TransferScores(TransferWay.FROZEN, 20, good, good, 0.1),
                        new TransferScores(TransferWay.RAW, 20, bad, bad, 0.1)),
                List.of(text));
    }
}

package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Progress;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The rounds of boosting, SAMME of Zhu and others (2009).
 *
 * @param trainer whose rounds these are
 * @param member what is trained in each
 * @param rounds how many at most
 * @param rate how much one counts
 * @param draws how often rows are drawn for a round before it counts as no better than chance
 */
record Samme(Trainer trainer, RowWeighted member, int rounds, double rate, int draws) {
    /**
     * What all rounds have.
     *
     * @param whole trains a member on all rows, by what each counts
     */
    private record Task(
            Table table,
            String label,
            Labels labels,
            IntFunction<int[]> rowsOfRound,
            Function<double[], Model> whole) {}

    /** Trains on the rows that are named for each round, and weighs by how it does on all. */
    Model fit(Table table, String label, IntFunction<int[]> rowsOfRound) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        int classes = labels.classes().size();
        var chance = 1 - 1.0 / classes;
        var weights = new double[table.rowCount()];
        Arrays.fill(weights, 1.0 / weights.length);
        var task = new Task(table, label, labels, rowsOfRound, whole(table, label));
        var models = new ArrayList<Model>();
        var votes = new ArrayList<Double>();
        var interrupted = "";
        try (var kept = KeptTraining.ofMembers(Samme.class, trainer.name(), rounds, "round");
                var progress = Progress.whenLong("rounds", rounds)) {
            for (var number = 0; number < rounds; number++) {
                var found = round(task, number, weights, kept);
                if (found.isEmpty()) {
                    interrupted = kept.toldOfThose(number);
                    break;
                }
                var round = found.get();
                if (round.error() <= 0) {
                    models.add(round.model());
                    votes.add(1.0);
                    break;
                }
                if (round.error() >= chance) {
                    round.model().close();
                    refuseFirst(number, round.error());
                    break;
                }
                var vote =
                        rate
                                * (Math.log((1 - round.error()) / round.error())
                                        + Math.log(classes - 1.0));
                models.add(round.model());
                votes.add(vote);
                weigh(weights, round.wrong(), vote);
                progress.advance(1);
            }
            if (interrupted.isEmpty()) {
                progress.finish("");
            }
        } catch (RuntimeException e) {
            models.forEach(Model::close);
            throw e;
        }
        return new BoostedModel(
                schema,
                trainer,
                models,
                votes.stream().mapToDouble(Double::doubleValue).toArray(),
                Provenance.of(table),
                interrupted);
    }

    /** Trains one round, and where it is no better than chance, on other rows; nothing where an interrupt ends it with those before. */
    private Optional<Round> round(Task task, int number, double[] weights, KeptTraining kept) {
        if (kept.endsAfter(number)) {
            return Optional.empty();
        }
        var chance = 1 - 1.0 / task.labels().classes().size();
        try {
            var round = round(task, number, weights);
            for (var draw = 1; draw < draws && round.error() >= chance; draw++) {
                round.model().close();
                round = round(task, number, weights);
            }
            return Optional.of(round);
        } catch (CancellationException e) {
            if (kept.keepsUnfinished(number)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A model, and which rows it is wrong about. */
    private record Round(Model model, boolean[] wrong, double error) {}

    private Round round(Task task, int number, double[] weights) {
        var model = trained(task, number, weights);
        try {
            var wrong = wrong(model, task.table(), task.labels());
            return new Round(model, wrong, error(wrong, weights));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private Model trained(Task task, int round, double[] weights) {
        var rows = task.rowsOfRound().apply(round);
        var table = task.table();
        var isWhole = rows.length == table.rowCount() && isInOrder(rows);
        var counts = IntStream.of(rows).mapToDouble(row -> weights[row] * weights.length).toArray();
        return TrainingInterrupted.part(
                trainer.name(),
                round,
                "of " + Amount.of(rounds, "round"),
                () ->
                        isWhole
                                ? task.whole().apply(counts)
                                : member(Tables.rows(table, rows), table, task.label(), counts));
    }

    /** Trains members on all rows by their weights; a tree's columns are ranked once for all rounds. */
    private Function<double[], Model> whole(Table table, String label) {
        if (!(member instanceof DecisionTree tree)) {
            return counts -> member(table, table, label, counts);
        }
        var ranked = new AtomicReference<DecisionTree.@Nullable Ranked>();
        return counts -> {
            var known = ranked.get();
            var rows = known == null ? tree.on(table, label, trainer.name()) : known;
            ranked.set(rows);
            return rows.fit(counts).withoutRows();
        };
    }

    /** A cell that a member cannot take is told of the whole table, of whose draws nobody knows. */
    private Model member(Table part, Table table, String label, double[] counts) {
        try {
            return member.fit(part, label, counts).withoutRows();
        } catch (UnfitCell e) {
            Schema.of(table, Labels.toLearn(table, label).target())
                    .completeRows(table, trainer.name());
            throw e;
        }
    }

    private static boolean isInOrder(int[] rows) {
        return IntStream.range(0, rows.length).allMatch(i -> rows[i] == i);
    }

    private static boolean[] wrong(Model model, Table table, Labels labels) {
        var said = Members.probabilities(model, labels.classes(), table);
        var wrong = new boolean[said.length];
        for (var i = 0; i < wrong.length; i++) {
            wrong[i] = Members.largest(said[i]) != labels.code(i);
        }
        return wrong;
    }

    private static double error(boolean[] wrong, double[] weights) {
        double error = 0;
        for (var i = 0; i < wrong.length; i++) {
            error += wrong[i] ? weights[i] : 0;
        }
        return error / Arrays.stream(weights).sum();
    }

    private void refuseFirst(int round, double error) {
        if (round == 0) {
            throw new IllegalArgumentException(
                    "%s is wrong for %.0f %% of the rows, which is no better than chance, so there is nothing to boost; take a member that can tell the classes apart"
                            .formatted(member, 100 * error));
        }
    }

    private static void weigh(double[] weights, boolean[] wrong, double vote) {
        double sum = 0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] *= wrong[i] ? Math.exp(vote) : 1;
            sum += weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }
}

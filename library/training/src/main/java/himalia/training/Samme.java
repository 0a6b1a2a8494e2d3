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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
    /** Trains on the rows that are named for each round, and weighs by how it does on all. */
    Model fit(Table table, String label, IntFunction<int[]> rowsOfRound) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        int classes = labels.classes().size();
        var chance = 1 - 1.0 / classes;
        var weights = new double[table.rowCount()];
        Arrays.fill(weights, 1.0 / weights.length);
        var models = new ArrayList<Model>();
        var votes = new ArrayList<Double>();
        var interrupted = "";
        try (var kept = KeptTraining.ofMembers(Samme.class, trainer.name(), rounds, "round");
                var progress = Progress.whenLong("rounds", rounds)) {
            for (var number = 0; number < rounds; number++) {
                var found = round(table, label, labels, number, rowsOfRound, weights, kept);
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
    private Optional<Round> round(
            Table table,
            String label,
            Labels labels,
            int number,
            IntFunction<int[]> rowsOfRound,
            double[] weights,
            KeptTraining kept) {
        if (kept.endsAfter(number)) {
            return Optional.empty();
        }
        var chance = 1 - 1.0 / labels.classes().size();
        try {
            var round = round(table, label, labels, number, rowsOfRound, weights);
            for (var draw = 1; draw < draws && round.error() >= chance; draw++) {
                round.model().close();
                round = round(table, label, labels, number, rowsOfRound, weights);
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

    private Round round(
            Table table,
            String label,
            Labels labels,
            int number,
            IntFunction<int[]> rowsOfRound,
            double[] weights) {
        var model = trained(table, label, number, rowsOfRound.apply(number), weights);
        try {
            var wrong = wrong(model, table, labels);
            return new Round(model, wrong, error(wrong, weights));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private Model trained(Table table, String label, int round, int[] rows, double[] weights) {
        var isWhole = rows.length == table.rowCount() && isInOrder(rows);
        var part = isWhole ? table : Tables.rows(table, rows);
        var counts = IntStream.of(rows).mapToDouble(row -> weights[row] * weights.length).toArray();
        return TrainingInterrupted.part(
                trainer.name(),
                round,
                "of " + Amount.of(rounds, "round"),
                () -> member(part, table, label, counts));
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

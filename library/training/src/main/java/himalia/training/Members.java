package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/** What several models say of the same rows, by class in one order. */
final class Members {
    private Members() {}

    /** Takes what one member makes probable, of each row and class, or the number that it says of each row; it is free to go when the next one comes. */
    @FunctionalInterface
    interface Listener {
        void hear(int member, double[][] said);
    }

    /** Asks one member after the other, since what all of them say of many rows is more than memory holds. */
    static void ask(List<Model> members, List<String> outputs, Table table, Listener listener) {
        var interrupt = new InterruptCheck();
        for (var member = 0; member < members.size(); member++) {
            interrupt.ask();
            listener.hear(member, said(members.get(member), outputs, table));
        }
    }

    /** Returns what models say of a class each, or of a number: the names of the columns of {@link #said}. */
    static List<String> outputs(Schema schema) {
        return schema.target() instanceof Target.Classes classes
                ? classes.classes()
                : List.of(schema.label());
    }

    /** Trains each of several trainers on the same rows; all of them have to predict the same. */
    static List<Model> trained(Trainer whole, List<Trainer> trainers, Table table, String label) {
        var models = new ArrayList<Model>();
        try (var progress = Progress.whenLong("members", trainers.size())) {
            for (var trainer : trainers) {
                TrainingInterrupted.check(whole.name(), models.size(), "members");
                models.add(
                        TrainingInterrupted.part(
                                whole.name(),
                                models.size(),
                                "members",
                                () -> trainer.fit(table, label).withoutRows()));
                checkSame(models, label);
                progress.advance(1);
            }
            progress.finish("");
            return models;
        } catch (RuntimeException e) {
            models.forEach(Model::close);
            throw e;
        }
    }

    private static void checkSame(List<Model> models, String label) {
        var last = models.get(models.size() - 1);
        if (!last.schema().target().equals(models.get(0).schema().target())) {
            throw new IllegalArgumentException(
                    "%s and %s do not predict the same of '%s': one tells classes apart, the other predicts numbers; take members of one kind"
                            .formatted(
                                    models.get(0).trainer().name(), last.trainer().name(), label));
        }
    }

    /** Returns the numbers of a member as {@code [row][0]}, or its probabilities. */
    static double[][] said(Model member, List<String> outputs, Table table) {
        return member.schema().target() instanceof Target.Classes
                ? probabilities(member, outputs, table)
                : Arrays.stream(member.predict(table).numbers())
                        .mapToObj(number -> new double[] {number})
                        .toArray(double[][]::new);
    }

    /** Returns {@code [row][class]}; a member that was shown fewer classes gives the others nothing. */
    static double[][] probabilities(Model member, List<String> classes, Table table) {
        ClassPredictions said = member.predict(table).ofClasses();
        var rows = new double[said.size()][classes.size()];
        for (var k = 0; k < said.classes().size(); k++) {
            var place = classes.indexOf(said.classes().get(k));
            for (var i = 0; i < rows.length; i++) {
                rows[i][place] = said.probabilities(i)[k];
            }
        }
        return rows;
    }

    /** Writes a member into a graph; classes that it does not know have none of its probability. */
    static OnnxValue onnx(Model member, List<String> classes, OnnxGraph graph) {
        var probabilities = member.onnx(graph);
        if (!(member.schema().target() instanceof Target.Classes)) {
            return probabilities;
        }
        var places = new double[member.classes().size()][classes.size()];
        for (var k = 0; k < places.length; k++) {
            places[k][classes.indexOf(member.classes().get(k))] = 1;
        }
        return probabilities.product(graph.table(places));
    }

    /** Returns the place of the largest; of equals, the first. */
    static int largest(double[] values) {
        var best = 0;
        for (var k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }
}

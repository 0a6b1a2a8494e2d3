package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.Progress;
import himalia.evaluation.validation.NestedTrainer;
import himalia.model.ClassPredictions;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /** Returns the columns by which trainers cut rows, each once. */
    static List<String> columns(List<Trainer> trainers) {
        return trainers.stream()
                .flatMap(each -> NestedTrainer.columnsOf(each).stream())
                .distinct()
                .toList();
    }

    /** Leaves out the columns that say where rows belong, but those that the member itself cuts by. */
    static Table features(List<String> places, Trainer member, Table table, String label) {
        places.forEach(place -> Tables.column(table, place));
        var kept = NestedTrainer.columnsOf(member);
        return rejected(
                table,
                places.stream().filter(place -> !kept.contains(place) && !place.equals(label)));
    }

    /** Leaves out the columns that say where rows belong and that no model reads. */
    static Table read(List<String> places, List<Model> models, Table table) {
        return rejected(
                table,
                places.stream()
                        .filter(
                                place ->
                                        models.stream()
                                                .map(model -> model.schema().featureNames())
                                                .noneMatch(names -> names.contains(place))));
    }

    private static Table rejected(Table table, Stream<String> columns) {
        return table.rejectColumns(columns.toArray(String[]::new)).setName(table.name());
    }

    /** Returns what models of one target read, all together; of a column that several read, the first one's. */
    static Schema schema(List<Model> models) {
        var features = new LinkedHashMap<String, Feature>();
        models.stream()
                .flatMap(model -> model.schema().features().stream())
                .forEach(feature -> features.putIfAbsent(feature.name(), feature));
        return new Schema(List.copyOf(features.values()), models.get(0).schema().target());
    }

    /**
     * Trains each of several trainers on the same rows; all of them have to predict the same.
     *
     * @param each hears each model before the next one is trained, and may refuse it
     */
    static List<Model> trained(
            NestedTrainer whole,
            List<Trainer> trainers,
            Table table,
            String label,
            Consumer<Model> each) {
        var models = new ArrayList<Model>();
        int done = 0;
        try (var progress = Progress.whenLong("members", trainers.size())) {
            for (var trainer : trainers) {
                TrainingInterrupted.check(whole.name(), done, of(trainers));
                var features = features(whole.columns(), trainer, table, label);
                try {
                    models.add(trainer.fit(features, label).withoutRows());
                    Target.checkLabelled(models.get(done), whole.name());
                    checkSame(models, label);
                    each.accept(models.get(done));
                } catch (CancellationException e) {
                    throw interrupted(whole, done, trainers, e);
                }
                done++;
                progress.advance(1);
            }
            progress.finish("");
            return models;
        } catch (RuntimeException e) {
            models.forEach(Model::close);
            throw e;
        }
    }

    /** Says of the whole what ended one of its trainings; what somebody else cancelled stays what it is. */
    static CancellationException interrupted(
            NestedTrainer whole, int done, List<Trainer> trainers, CancellationException part) {
        return Interrupts.threw(part)
                ? TrainingInterrupted.of(whole.name(), done, of(trainers), part)
                : part;
    }

    private static String of(List<Trainer> trainers) {
        return "of %s; nothing is kept, since fewer of them are another model"
                .formatted(Amount.of(trainers.size(), "member"));
    }

    private static void checkSame(List<Model> models, String label) {
        var last = models.get(models.size() - 1);
        if (!last.schema().target().equals(models.get(0).schema().target())) {
            throw new IllegalArgumentException(
                    "%s and %s do not predict the same of '%s': one tells classes apart, the other predicts numbers; take members of one kind"
                            .formatted(
                                    models.get(0).trainer().name(), last.trainer().name(), label));
        }
        var read = new HashMap<String, Feature.Type>();
        schema(models).features().forEach(each -> read.put(each.name(), each.type()));
        for (var feature : last.schema().features()) {
            var before = read.get(feature.name());
            // A sampler before a member may have made fractions of whole numbers.
            if (before != feature.type()
                    && !(feature.type().isNumber() && before != null && before.isNumber())) {
                throw new IllegalArgumentException(
                        "%s reads column '%s' as %s, and a member before it as %s; give all members the same columns"
                                .formatted(
                                        last.trainer().name(),
                                        feature.name(),
                                        feature.type(),
                                        before));
            }
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
                rows[i][place] = said.probability(i, k);
            }
        }
        return rows;
    }

    /** Writes a member into a graph; classes that it does not know have none of its probability. */
    static OnnxValue onnx(Model member, List<String> classes, OnnxGraph graph) {
        return onnx(member, member.onnx(graph), classes, graph);
    }

    private static OnnxValue onnx(
            Model member, OnnxValue probabilities, List<String> classes, OnnxGraph graph) {
        if (!(member.schema().target() instanceof Target.Classes)) {
            return probabilities;
        }
        var places = new double[member.classes().size()][classes.size()];
        for (var k = 0; k < places.length; k++) {
            places[k][classes.indexOf(member.classes().get(k))] = 1;
        }
        return probabilities.product(graph.table(places));
    }

    /**
     * Writes the class that a member votes for as 1 among all. A single tree says it leaf by leaf: two shares that differ by less
     * than a float can tell would be a tie in the file, and another vote.
     */
    static OnnxValue votes(Model member, List<String> classes, OnnxGraph graph) {
        return member instanceof ForestModel forest && forest.isOneTree()
                ? onnx(member, forest.votes(graph), classes, graph)
                : onnx(member, classes, graph);
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

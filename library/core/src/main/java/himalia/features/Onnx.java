package himalia.features;

import static himalia.display.bundle.Given.given;

import com.google.gson.Gson;
import himalia.display.bundle.WholeFile;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Target;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes models and fitted steps as ONNX files, which ONNX Runtime answers from in any language.
 *
 * <pre>{@code
 * Model model = Pipeline.of(new SimpleImputer(), new OneHotEncoder()).train(new LogisticRegression(1.0)).fit(train, "churned");
 * Onnx.write(model, Path.of("churn.onnx"));
 * Onnx.write(new StandardScaler().fit(train, "churned"), Path.of("scaler.onnx"));
 * }</pre>
 *
 * <p>Each column that is read is an input of its name, of so many rows by 1:
 *
 * <ul>
 *   <li>numbers, and true and false as 1 and 0: doubles; missing is NaN
 *   <li>texts: strings; missing is the empty one
 *   <li>dates: days since 1970 as 64-bit integers; missing is {@link Long#MIN_VALUE}
 *   <li>times of day, dates with times, and points in time (in UTC): microseconds, of the day or since 1970, likewise
 * </ul>
 *
 * <p>A model has the outputs {@code prediction} and, of classes, {@code probabilities}, in the order that the note {@code classes} of the file tells.
 * A step has an output for each column that there is then, named {@code out:} and the column's name. What Java would refuse ends the run
 * with an error whose node is named by the reason.
 *
 * <p>Steps of texts ({@link CountVectorizer}, {@link TfidfVectorizer}, {@link HashingVectorizer}, {@link HashingEncoder}) take operators of ONNX Runtime's own, which its
 * standard builds have, and other readers do not.
 */
public final class Onnx {
    private Onnx() {}

    /**
     * Writes a model, with all steps before it. A file that is there is replaced once the new one is whole; folders that are not there are made.
     *
     * @throws UnsupportedOperationException if it, or one of its steps, has no form in ONNX; nothing is written then
     */
    public static void write(Model model, Path file) {
        write(bytes(model), file);
    }

    /**
     * Writes a fitted step, likewise.
     *
     * @throws UnsupportedOperationException if it has no form in ONNX; nothing is written then
     */
    public static void write(FittedStep step, Path file) {
        write(bytes(step), file);
    }

    /** Returns a model as the bytes of an ONNX file. */
    public static byte[] bytes(Model model) {
        var schema = given(model, "model").schema();
        var graph = graph(schema.features());
        var answer = model.onnx(graph);
        var names = new ColumnNames(schema.featureNames());
        if (schema.target() instanceof Target.Classes classes) {
            graph.note("classes", new Gson().toJson(classes.classes()));
            graph.output(names.add("prediction"), label(answer, classes.classes()));
            graph.output(names.add("probabilities"), answer);
        } else {
            graph.output(names.add("prediction"), answer);
        }
        return graph.bytes();
    }

    /** Returns a fitted step as the bytes of an ONNX file. */
    public static byte[] bytes(FittedStep step) {
        if (given(step, "step").reads().isEmpty()) {
            throw new UnsupportedOperationException(
                    "%s does nothing to any column, so there is nothing to write"
                            .formatted(step.step().name()));
        }
        var graph = graph(step.reads());
        var names = new ColumnNames(step.reads().stream().map(Feature::name).toList());
        step.onnx(graph);
        graph.columns().forEach((name, value) -> graph.output(names.add("out:" + name), value));
        return graph.bytes();
    }

    /** The most probable class; of equally probable ones, the first. */
    private static OnnxValue label(OnnxValue probabilities, List<String> classes) {
        var graph = probabilities.graph();
        return graph.node(
                        new OnnxOperator("ArgMax").with("axis", 1L).with("keepdims", 1L),
                        OnnxType.INTEGER,
                        1,
                        probabilities)
                .rowsOf(graph.table(classes), "the name of a class");
    }

    private static OnnxGraph graph(List<Feature> features) {
        var graph = new OnnxGraph();
        for (var feature : features) {
            if (feature.name().isEmpty()) {
                throw SqlText.nameless("ONNX");
            }
            graph.input(feature.name(), type(feature));
        }
        return graph;
    }

    private static OnnxType type(Feature feature) {
        return switch (feature.type()) {
            case NUMBER, WHOLE_NUMBER, LONG_NUMBER, BOOLEAN -> OnnxType.NUMBER;
            case CATEGORY, TEXT -> OnnxType.TEXT;
            case DATE, TIME, DATE_TIME, INSTANT -> OnnxType.INTEGER;
            case TENSOR ->
                    throw new UnsupportedOperationException(
                            "column '%s' holds tensors, which are not written as ONNX; leave it out before training"
                                    .formatted(feature.name()));
        };
    }

    private static void write(byte[] bytes, Path file) {
        var target = given(file, "file").toAbsolutePath();
        try {
            WholeFile.makeFolder(target);
            WholeFile.write(target, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}

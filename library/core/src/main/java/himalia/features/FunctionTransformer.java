package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.SavedAs;
import himalia.onnx.OnnxValue;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/**
 * Does to every number of some columns what a function says; nothing is learnt.
 *
 * <pre>{@code
 * Step logs = FunctionTransformer.of("log1p", Math::log1p, List.of("price"))
 *         .sql(number -> "ln(1 + " + number + ")")
 *         .onnx(number -> number.plus(1).by("Log"));
 * Pipeline.of(logs, new StandardScaler()).train(new LogisticRegression(1.0)).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's. A missing number stays missing, and where the function has no answer, as the logarithm of -1, the number is missing. What is Java alone has no
 * form in SQL or ONNX unless it is told, and no model file holds it: serve the model where its code is, or write it as ONNX.
 *
 * @param title what the function is called, in graphs and messages
 * @param function what becomes of a number
 * @param sql the same in DuckDB's SQL, of an expression that gives the number
 * @param onnx the same in a graph of ONNX
 * @param columns which columns; empty for all that hold numbers
 */
public record FunctionTransformer(
        String title,
        DoubleUnaryOperator function,
        UnaryOperator<String> sql,
        UnaryOperator<OnnxValue> onnx,
        List<String> columns)
        implements Step, SavedAs {
    public FunctionTransformer {
        given(title, "title");
        given(function, "function");
        given(sql, "sql");
        given(onnx, "onnx");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "title must name the function, as in FunctionTransformer.of(\"log1p\", Math::log1p), got '%s'"
                            .formatted(title));
        }
    }

    /** Does a function to every column of numbers. */
    public static FunctionTransformer of(String title, DoubleUnaryOperator function) {
        return of(title, function, List.of());
    }

    /** Does a function to the columns that are named. */
    public static FunctionTransformer of(
            String title, DoubleUnaryOperator function, List<String> columns) {
        return new FunctionTransformer(
                title,
                function,
                number -> {
                    throw withoutForm(title, "SQL", ".sql(number -> \"ln(1 + \" + number + \")\")");
                },
                number -> {
                    throw withoutForm(title, "ONNX", ".onnx(number -> number.plus(1).by(\"Log\"))");
                },
                columns);
    }

    private static UnsupportedOperationException withoutForm(
            String title, String language, String example) {
        return new UnsupportedOperationException(
                "function '%s' is Java alone and has no form in %s; tell it one, such as that of log1p: FunctionTransformer.of(\"log1p\", Math::log1p)%s"
                        .formatted(title, language, example));
    }

    /** Returns the same, with its form in SQL, of an expression that gives the number. */
    public FunctionTransformer sql(UnaryOperator<String> form) {
        return new FunctionTransformer(title, function, given(form, "sql"), onnx, columns);
    }

    /** Returns the same, with its form in ONNX. */
    public FunctionTransformer onnx(UnaryOperator<OnnxValue> form) {
        return new FunctionTransformer(title, function, sql, given(form, "onnx"), columns);
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(this, features, columns, (name, values) -> new FunctionRule(this));
    }

    /**
     * Refuses: a model behind it does not predict without it.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Record savedAs() {
        throw new IllegalArgumentException(
                "function '%s' is Java code, which no model file holds, and the model does not predict without it: write the model by Onnx.write, with the function's .onnx(…), or take a step that says the same, or train on columns that the function was done to before"
                        .formatted(title));
    }

    @Override
    public String toString() {
        return "FunctionTransformer[%s, columns=%s]".formatted(title, columns);
    }

    /** What becomes of a number. */
    private record FunctionRule(FunctionTransformer step) implements NumberRule {
        @Override
        public double apply(double value) {
            return step.function().applyAsDouble(value);
        }

        @Override
        public String sql(String number) {
            return step.sql().apply(number);
        }

        @Override
        public OnnxValue onnx(OnnxValue number) {
            return step.onnx().apply(number);
        }
    }
}

package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Schema;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;

/** What several models write into a graph of ONNX. */
final class ModelOnnx {
    private ModelOnnx() {}

    /** Returns the columns that a model reads, side by side; a row that misses one ends the run. */
    static OnnxValue completeRows(OnnxGraph graph, Schema schema, String algorithm) {
        var rows = OnnxValue.beside(schema.featureNames().stream().map(graph::column).toList());
        return finite(
                rows.refusing(hasMissing(rows), algorithm + " takes no missing cells"), algorithm);
    }

    /** Returns rows that may miss cells; one with an infinite number ends the run. */
    static OnnxValue finite(OnnxValue rows, String algorithm) {
        return rows.refusing(isInfinite(rows), algorithm + " takes finite numbers");
    }

    /** Returns rows as floats; one with a number that none of them is ends the run. */
    static OnnxValue floats(OnnxValue rows, String algorithm) {
        var floats = rows.as(OnnxType.FLOAT).as(OnnxType.NUMBER);
        return floats.refusing(isInfinite(floats), algorithm + " takes numbers up to 3.4E38 only");
    }

    private static OnnxValue isInfinite(OnnxValue rows) {
        var present = rows.isMissing().choose(rows.graph().number(0), rows);
        // Of all numbers only an infinite one is not itself from itself 0.
        return present.minus(present).sum().isMissing();
    }

    static OnnxValue scaledRows(
            OnnxGraph graph, Schema schema, Standardiser standardiser, String algorithm) {
        return completeRows(graph, schema, algorithm)
                .minus(graph.row(standardiser.means()))
                .over(graph.row(standardiser.deviations()));
    }

    static OnnxValue softmax(OnnxValue scores) {
        var operator = new OnnxOperator("Softmax").with("axis", 1L);
        return told(scores.graph().node(operator, scores.type(), scores.width(), scores));
    }

    /** Returns values of which none is NaN; a row that has one ends the run. */
    static OnnxValue told(OnnxValue values) {
        return values.refusing(hasMissing(values), ModelSql.OVERFLOW);
    }

    private static OnnxValue hasMissing(OnnxValue values) {
        return values.graph().integer(0).isBelow(values.isMissing().as(OnnxType.INTEGER).sum());
    }

    /** Returns the place of the largest of each row, the first of those alike. */
    static OnnxValue largest(OnnxValue values) {
        return values.graph()
                .node(new OnnxOperator("ArgMax").with("axis", 1L), OnnxType.INTEGER, 1, values);
    }
}

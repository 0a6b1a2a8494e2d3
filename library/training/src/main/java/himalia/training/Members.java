package himalia.training;

import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** What several models say of the same rows, by class in one order. */
final class Members {
    private Members() {}

    /** Returns {@code [member][row][class]}: what each member makes probable. */
    static List<double[][]> probabilities(List<Model> members, List<String> classes, Table table) {
        var all = new ArrayList<double[][]>();
        for (var member : members) {
            all.add(probabilities(member.predict(table).ofClasses(), classes));
        }
        return all;
    }

    /** A member that was shown fewer classes gives the others nothing. */
    private static double[][] probabilities(ClassPredictions said, List<String> classes) {
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

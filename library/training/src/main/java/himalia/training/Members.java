package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.List;
import tech.tablesaw.api.Table;

/** What several models say of the same rows, by class in one order. */
final class Members {
    private Members() {}

    /** Takes what one member makes probable, of each row and class; it is free to go when the next one comes. */
    @FunctionalInterface
    interface Listener {
        void hear(int member, double[][] probabilities);
    }

    /** Asks one member after the other, since what all of them say of many rows is more than memory holds. */
    static void ask(List<Model> members, List<String> classes, Table table, Listener listener) {
        var interrupt = new InterruptCheck();
        for (var member = 0; member < members.size(); member++) {
            interrupt.ask();
            listener.hear(member, probabilities(members.get(member), classes, table));
        }
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

package himalia.kernel.protocol.content;

import himalia.kernel.protocol.json.Fields;
import java.util.List;
import java.util.Map;

/** What went wrong: its name, its words, and the lines that a front end shows. */
public record Failure(String ename, String evalue, List<String> traceback) {
    public Failure {
        traceback = List.copyOf(traceback);
    }

    /** Reads the three fields wherever they stand: in a reply, or in an error of iopub. */
    public static Failure from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new Failure(
                fields.text("ename", ""), fields.text("evalue", ""), fields.texts("traceback"));
    }

    /** Returns a failure whose traceback is its one line. */
    public static Failure of(String ename, String evalue) {
        return new Failure(
                ename, evalue, List.of(evalue.isEmpty() ? ename : ename + ": " + evalue));
    }
}

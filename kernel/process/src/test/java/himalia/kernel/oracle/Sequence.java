package himalia.kernel.oracle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Cells that are run one after the other in a session of their own. */
record Sequence(String name, List<String> cells) implements Serializable {
    Sequence {
        cells = List.copyOf(cells);
    }

    /** Returns the same without one of its cells. */
    Sequence without(int index) {
        var fewer = new ArrayList<>(cells);
        fewer.remove(index);
        return new Sequence(name, fewer);
    }

    /** Returns the text as a file of the corpus has it. */
    String text() {
        return "#### " + name + "\n" + String.join("\n%%%%\n", cells) + "\n";
    }
}

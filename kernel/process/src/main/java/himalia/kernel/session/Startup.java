package himalia.kernel.session;

import himalia.kernel.java.Cell;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Outcome;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.settings.StartupCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The user's own code that is run before the first cell; where there is none, nothing is done. */
public final class Startup {
    private final Supplier<List<StartupCode>> sources;
    private boolean done;

    /** Takes the code when the first cell comes, not before. */
    public Startup(Supplier<List<StartupCode>> sources) {
        this.sources = sources;
    }

    /** Runs it once, as if it stood above the first cell; returns what failed, in words. */
    synchronized List<String> run(Interpreter interpreter, CellRewriter rewriter, long cell) {
        var failures = new ArrayList<String>();
        if (!done) {
            done = true;
            for (var source : sources.get()) {
                try {
                    var parts = AddedCode.of(rewriter, source.text(), source.origin(), 0).parts();
                    var outcome =
                            interpreter.run(
                                    new Cell(
                                            cell,
                                            0,
                                            source.text(),
                                            parts,
                                            false,
                                            false,
                                            Cell.MAIN));
                    if (outcome instanceof Outcome.Failed failed) {
                        failures.add(
                                source.origin()
                                        + " failed, and the cells go on without it:\n"
                                        + String.join("\n", failed.traceback()));
                    }
                } catch (IllegalArgumentException e) {
                    failures.add(e.getMessage());
                }
            }
        }
        return failures;
    }
}

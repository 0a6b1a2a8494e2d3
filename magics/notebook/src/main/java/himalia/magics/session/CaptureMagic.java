package himalia.magics.session;

import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.Captured;
import himalia.magics.spi.Notebook;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps what a cell prints and shows. */
@Command(
        name = "capture",
        description =
                "Keeps what the cell prints and shows in a variable instead of showing it; what native code"
                        + " prints is shown as ever.",
        footer = {
            "Example: %%%%capture out",
            "Then out.stdout(), out.stderr(), out.displays(), and out.show() to see all of it."
        })
public final class CaptureMagic implements AroundMagic<Captured> {
    @Option(names = "--no-stdout", description = "Leaves System.out as it is.")
    private boolean noStdout;

    @Option(names = "--no-stderr", description = "Leaves System.err as it is.")
    private boolean noStderr;

    @Option(names = "--no-display", description = "Leaves displays and the value as they are.")
    private boolean noDisplay;

    @Parameters(
            arity = "0..1",
            paramLabel = "VARIABLE",
            description = "The variable; without one all of it is dropped.")
    private @Nullable String variable;

    private Captured captured = new Captured(Set.of());

    @Override
    public void before(Notebook notebook) {
        var leftOut = new HashSet<String>();
        if (noStdout) {
            leftOut.add("stdout");
        }
        if (noStderr) {
            leftOut.add("stderr");
        }
        if (noDisplay) {
            leftOut.add(Captured.DISPLAYS);
        }
        captured = new Captured(leftOut);
        notebook.capture(captured);
    }

    @Override
    public Captured after(Notebook notebook) {
        notebook.release(captured);
        return captured;
    }

    /** The variable keeps what it has. */
    @Override
    public void abandon(Notebook notebook) {
        notebook.release(captured);
    }
}

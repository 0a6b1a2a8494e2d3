package himalia.kernel.java;

import himalia.javac.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Notebooks of other kernels use the same simple names for methods that return something else: {@code String id =
 * display(x)}. Where a snippet fails to compile for that reason, the name is imported from the classes made for them, and
 * the snippet is tried once more. Costs nothing where nothing fails.
 */
final class OtherImports {
    private static final String OURS = "himalia.display.bundle.";
    private static final String IJAVA = "io.github.spencerpark.";
    private static final String JJAVA = "org.dflib.jjava.";
    private static final String OF_IJAVA = IJAVA + "ijava.runtime.";
    private static final String OF_JJAVA = JJAVA + "kernel.JavaNotebookStatics.";

    private static final List<Other> ALL =
            List.of(
                    new Other(
                            OURS + "DisplayHandle cannot be converted to java.lang.String",
                            "",
                            OURS + "Display.display",
                            OF_IJAVA + "Display.display"),
                    new Other(
                            OURS + "MimeBundle cannot be converted to " + IJAVA,
                            "",
                            OURS + "Display.render",
                            OF_IJAVA + "Display.render"),
                    new Other(
                            OURS + "MimeBundle cannot be converted to " + JJAVA,
                            "",
                            OURS + "Display.render",
                            JJAVA + "jupyter.kernel.BaseNotebookStatics.render"),
                    new Other(
                            " cannot be converted to ",
                            JJAVA,
                            OF_IJAVA + "Kernel.getKernelInstance",
                            OF_JJAVA + "getKernelInstance"),
                    new Other(
                            " cannot be converted to ",
                            IJAVA,
                            OF_JJAVA + "getKernelInstance",
                            OF_IJAVA + "Kernel.getKernelInstance"));

    private final Compiler compiler;

    OtherImports(Compiler compiler) {
        this.compiler = compiler;
    }

    /** A static import that is exchanged for another one, where both texts are in what the compiler says. */
    private record Other(String said, String saidToo, String now, String then) {}

    /** Exchanges an import, and returns whether what failed may compile now. */
    boolean exchanged(List<Problem> problems) {
        var said = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        for (var other : ALL) {
            if (said.contains(other.said())
                    && said.contains(other.saidToo())
                    && compiler.imports().exchange(other.now(), other.then())) {
                compiler.forgetImport(other.now());
                return true;
            }
        }
        return false;
    }
}

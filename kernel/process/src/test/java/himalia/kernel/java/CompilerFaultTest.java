package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where the JDK's own compiler throws. */
class CompilerFaultTest {
    private static final StackTraceElement ASSERT =
            new StackTraceElement("com.sun.tools.javac.util.Assert", "error", "Assert.java", 155);
    private static final StackTraceElement ATTR =
            new StackTraceElement("com.sun.tools.javac.comp.Attr", "visitLambda", "Attr.java", 9);
    private static final StackTraceElement NULL =
            new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 209);
    private static final StackTraceElement OURS =
            new StackTraceElement("himalia.kernel.cells.Cells", "compile", "Cells.java", 90);

    private static Throwable thrown(Throwable bottom, StackTraceElement... frames) {
        bottom.setStackTrace(frames);
        return new IllegalStateException("the compiler broke", new RuntimeException(bottom));
    }

    private static String told(Throwable thrown, String source) {
        var place = new Places.Place(3, source, 4, source, "");
        var lines = CompilerFault.in(thrown).orElseThrow().over(place).traceback();
        return String.join("\n", lines).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    void theCompilerThatFailsIsNamedWithItsStepAndTheLine() {
        assertThat(told(thrown(new AssertionError("x"), ASSERT, ATTR, OURS), "\nf(x -> x)\n"))
                .startsWith(
                        "Error in cell 3, line 6: the compiler of JDK "
                                + Runtime.version().feature()
                                + " fails over this, in Attr.visitLambda: java.lang.AssertionError: x\n    f(x -> x)\n    Hint: It is a mistake of that compiler;");
        assertThat(told(thrown(new NullPointerException(), NULL, ATTR), "a();\nb();"))
                .startsWith("Error in cell 3: the compiler of JDK ")
                .contains("in Attr.visitLambda: java.lang.NullPointerException\n    Hint");
    }

    @Test
    void whatThrowsItselfIsNoFaultOfTheCompilers() {
        assertThat(CompilerFault.in(thrown(new IllegalStateException(), OURS, ATTR))).isEmpty();
        assertThat(CompilerFault.in(thrown(new AssertionError(), NULL, OURS))).isEmpty();
    }

    @Test
    void whatDoesNotParseIsToldByTheParser() {
        assertThat(SyntaxCheck.problems("abstract Tree { int v; }")).isNotEmpty();
        assertThat(SyntaxCheck.problems("int a = 1;")).isEmpty();
        assertThat(SyntaxCheck.problems("a = = 1;"))
                .extracting(each -> List.of(each.code(), each.start()))
                .containsExactly(List.of("compiler.err.illegal.start.of.expr", 4L));
    }
}

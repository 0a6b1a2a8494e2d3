package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Cell.Part;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that begins with {@code %name} goes on with what stands above it, or is a magic. */
class RemainderTest {
    private static final List<MagicDescription> MAGICS =
            List.of(
                    magic("time", MagicDescription.Kind.AROUND),
                    magic("sample", MagicDescription.Kind.LINE));

    private static MagicDescription magic(String name, MagicDescription.Kind kind) {
        return new MagicDescription(name, "some.Class", kind, "void", "", "", List.of(), List.of());
    }

    private static List<String> rewritten(String variable, String code)
            throws MagicSyntaxException {
        var rewriter = new CellRewriter(new Magics(() -> MAGICS), name -> false, variable::equals);
        return rewriter.rewrite(code).stream().map(Part::source).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int time = 4; int q = 15\n%time;\nq",
                "int f(int time) { return 17\n  %time; }",
                "String[] sample = {}; int n = 20\n  %sample.length;",
                "int time = 3; int n = (20\n  %time);",
                "var time = 3; 20\n%time"
            })
    void byAVariableThatIsDeclaredAboveItIsARemainder(String code) throws Exception {
        assertThat(rewritten("", code)).containsExactly(code);
    }

    @Test
    void byAVariableOfTheSessionItIsARemainder() throws Exception {
        assertThat(rewritten("time", "int q = 15\n%time;")).containsExactly("int q = 15\n%time;");
        assertThat(rewritten("other", "int q = 15\n%sample;").toString()).contains("line(");
    }

    @Test
    void behindAStatementOrWithWordsItIsAMagic() throws Exception {
        assertThat(rewritten("sample", "int q = 15;\n%sample;").toString()).contains("line(");
        assertThat(rewritten("", "int sample = 3;\n%sample").toString()).contains("line(");
        assertThat(rewritten("time", "q()\n%time q()")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// that took no sample: I\n1 + 1\n%sample",
                "var s = \"see sample;\";\n1 + 1\n%sample",
                "int of(int sample) { int time = 3; return sample; }\ntotal\n%sample"
            })
    void aWordInACommentATextOrAnotherMethodIsNoVariable(String code) throws Exception {
        assertThat(rewritten("", code).toString()).contains("line(");
    }
}

package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicCompleterTest {
    private static final List<MagicDescription> MAGICS =
            List.of(
                    magic("sample", Kind.LINE, parameter("--label"), parameter("METHOD")),
                    magic("timeit", Kind.LINE, parameter("--rounds"), parameter("CODE")),
                    magic("time", Kind.AROUND, parameter("--deep"), parameter("NOTHING")),
                    magic("html", Kind.TEXT_BODY, parameter("--wide"), parameter("NOTHING")));

    private final MagicCompleter completer = new MagicCompleter(new Magics(() -> MAGICS));

    private List<String> complete(String code) {
        return completer.complete(code, code.length()).stream()
                .flatMap(found -> found.candidates().stream())
                .map(Candidate::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "int a = 1;\nvar t = ",
                "int a = 1; ",
                "for (int i = 0; i < 2; i++) { ",
                "Runnable r = () -> ",
                "if (a) { b(); } else ",
                "f(",
                "%time ",
                "!echo it's\n",
                "!echo it's\nint a = 1; "
            })
    void namesAndOptionsAreCompletedWhereAMagicCanStand(String before) {
        assertThat(complete(before + "%sa")).containsExactly("%sample");
        assertThat(complete(before + "%sample smote --l")).containsExactly("--label");
        assertThat(complete(before + "%timeit --r")).containsExactly("--rounds");
    }

    @Test
    void theTextOfAMagicIsNoJava() {
        for (var cell : List.of("%%html --wide\n<b>", "// a\n%%html\n\n<", "%%time\n%%html\na")) {
            assertThat(completer.ofText(cell, cell.length())).contains("html");
        }
        for (var cell :
                List.of("%%html --wi", "%%time\nint a = 1;", "int a;\n%%html\nb", "%%no\na")) {
            assertThat(completer.ofText(cell, cell.length())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int k = 5 %sa",
                "int k = a\n    + 5 %sa",
                "f(\"a; %sa",
                "f(\"a = %sample --l",
                "f(\"{%sa",
                "// a; \nf(\"(%sa"
            })
    void aRemainderAndASignInATextAreNoMagics(String code) {
        assertThat(complete(code)).isEmpty();
    }

    @Test
    void ofTwoMagicsInALineTheLastIsCompleted() {
        assertThat(complete("%sample smote; %timeit --r")).containsExactly("--rounds");
        assertThat(complete("%%t")).containsExactly("%%time");
    }

    @Test
    void theHelpOfAMagicIsShownWhereItStandsAndJavaBehindWhatMeasuresIt() {
        for (var code : List.of("%sample smo", "a(); %sample", "%time %sample x", "%%html --w")) {
            assertThat(completer.inspect(code, code.length())).as(code).isPresent();
            assertThat(completer.isInJava(code, code.length())).as(code).isFalse();
        }
        for (var code : List.of("%time List.of", "%timeit --rounds 3 f(", "a();\n%time f(\"x\")")) {
            assertThat(completer.isInJava(code, code.length())).as(code).isTrue();
        }
        for (var code : List.of("%time", "%timeit --ro", "%%time --d", "%time f(1);\nx")) {
            assertThat(completer.isInJava(code, code.length())).as(code).isFalse();
        }
    }

    @Test
    void aWordOfAMagicThatBeginsIsNoNameOfJavas() {
        for (var code : List.of("%sample ", "a();\n%sample smote ")) {
            assertThat(completer.isBeforeWord(code, code.length())).as(code).isTrue();
        }
        for (var code : List.of("%sample sm", "%time ", "%timeit ", "a = ", "%sample")) {
            assertThat(completer.isBeforeWord(code, code.length())).as(code).isFalse();
        }
    }

    private static MagicDescription magic(
            String name, Kind kind, Parameter option, Parameter positional) {
        return new MagicDescription(
                name,
                "some.Class",
                kind,
                "void",
                "",
                name + " helps",
                List.of(option),
                List.of(positional));
    }

    private static Parameter parameter(String name) {
        return new Parameter(List.of(name), false, true, false, "", List.of());
    }
}

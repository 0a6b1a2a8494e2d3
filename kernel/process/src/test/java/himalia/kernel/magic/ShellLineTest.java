package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Commands of the shell in blocks, and commands and magics behind {@code %time}. */
class ShellLineTest {
    private static final List<MagicDescription> MAGICS =
            List.of(
                    magic("sh", Kind.LINE, "void", "COMMAND"),
                    magic("sx", Kind.LINE, "List<String>", "COMMAND"),
                    magic("sample", Kind.LINE, "Table", "METHOD"),
                    magic("time", Kind.AROUND, "void", "NOTHING"));

    @Test
    void aCommandKnowsWhatItsBlockNamesWithoutAType() throws Exception {
        for (var head :
                List.of(
                        "all.forEach(q -> {",
                        "map.forEach((k, q) -> {",
                        "map.forEach((q, v) -> {",
                        "f(1, q->{",
                        "switch (o) { case String q -> {",
                        "if (o instanceof String q && q.length() > 1) {")) {
            assertThat(only(head + "\n  !echo {q} {a,b}\n}"))
                    .contains("\"echo \" + (q) + \" {a,b}\"");
        }
        assertThat(only("all.forEach(q -> { f(q); }); !echo {q}")).contains("\"echo {q}\"");
        assertThat(only("switch (o) { case q -> {\n!echo {q}\n} }")).contains("\"echo {q}\"");
    }

    /** Of a magic {@code --out=;} is a value; a shell ends its command there. */
    @Test
    void aSemicolonEndsACommandInABlockBehindAnEqualsSignToo() throws Exception {
        assertThat(only("{ !tool --out=; foo(); }"))
                .isEqualTo("{ " + only("!tool --out=") + "; foo(); }");
        assertThat(only("if (a) {\n  %sh tool --out=; foo();\n}")).contains("\"tool --out=\"");
    }

    @Test
    void magicsAndCommandsBehindAnAroundMagicAreLinesOfTheirOwn() throws Exception {
        for (var line : List.of("!sleep 1", "%sample smote", "var a = !ls", "%sh ls; ls")) {
            var parts = rewrite("%time " + line);
            assertThat(parts)
                    .extracting(Part::role)
                    .containsExactly(Role.BEFORE, Role.CODE, Role.AFTER);
            assertThat(parts.get(1).source()).isEqualTo(only(line));
        }
        assertThat(rewrite("int y = 1;\n%time !echo {y}\ny").get(2))
                .isEqualTo(new Part(only("int y = 1;\n!echo {y}").substring(11), 1, Role.CODE));
        assertThat(rewrite("%time %sample smote\ny").get(1).source())
                .isEqualTo(only("%sample smote\ny").replaceFirst("\\s*y$", ""));
        assertThat(rewrite("%time for (int i : a) {\n  !echo {i}\n}\ny").get(1).source())
                .isEqualTo(only("for (int i : a) {\n  !echo {i}\n}"));
        assertThat(rewrite("%time %time f();"))
                .extracting(Part::role)
                .containsExactly(Role.BEFORE, Role.BEFORE, Role.CODE, Role.AFTER, Role.AFTER);
    }

    @Test
    void aCommandMayStandInACellTwice() throws Exception {
        for (var cell :
                List.of(
                        "var a = !wc -c x\nvar b = !wc -l x\nb.size() + a.size()",
                        "var f = !ls\n!ls",
                        "var ls = !ls\nls.size() > 0",
                        "var o = !echo a && echo b",
                        "int n = 3; !mkdir e1; mkdir e2")) {
            var commands = Pattern.compile("\"s[hx]\"").matcher(String.join("\n", sources(cell)));
            assertThat(commands.results().count())
                    .as(cell)
                    .isEqualTo(cell.chars().filter(each -> each == '!').count());
        }
        var java = "boolean f(boolean a) { return !a; }\nboolean b = !c || !c";
        assertThat(sources(java)).containsExactly(java);
    }

    private static List<String> sources(String cell) throws Exception {
        return rewrite(cell).stream().map(Part::source).toList();
    }

    @Test
    void aNameThatCannotBeDeniedIsACommandAgain() throws Exception {
        var rewriter =
                new CellRewriter(
                        new Magics(() -> MAGICS),
                        Set.of("ls", "date", "done")::contains,
                        "done"::equals,
                        Set.of("ls", "date", "done")::contains,
                        (name, type) -> false);
        for (var command :
                List.of(
                        "!date",
                        "!ls -l",
                        "! date +%Y",
                        "var ls = !ls *.txt",
                        "ls = !ls *.txt",
                        "List<String> cat = !cat f.txt")) {
            assertThat(rewriter.rewrite(command).get(0).source())
                    .as(command)
                    .contains(command.contains("=") ? "\"sx\"" : "\"sh\"");
        }
        for (var java :
                List.of(
                        "!done",
                        "!!done",
                        "!date.isEmpty()",
                        "!ls[0]",
                        "boolean b = !done",
                        "done = !done",
                        "a.b = !c;")) {
            assertThat(rewriter.rewrite(java).get(0).source()).isEqualTo(java);
        }
    }

    private static MagicDescription magic(String name, Kind kind, String gives, String takes) {
        var parameter =
                new MagicDescription.Parameter(List.of(takes), false, true, false, "", List.of());
        return new MagicDescription(
                name, "some.Class", kind, gives, "", "", List.of(), List.of(parameter));
    }

    private static List<Part> rewrite(String cell) throws Exception {
        return new CellRewriter(new Magics(() -> MAGICS), name -> false).rewrite(cell);
    }

    private static String only(String cell) throws Exception {
        var parts = rewrite(cell);
        assertThat(parts).hasSize(1);
        return parts.get(0).source();
    }
}

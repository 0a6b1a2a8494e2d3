package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellRewriterTest {
    private static final String DOOR = "himalia_cells.Call.";
    private static final MagicDescription.Parameter LABEL =
            new MagicDescription.Parameter(
                    List.of("--label", "-l"), false, true, false, "", List.of());
    private static final MagicDescription.Parameter TABLE =
            new MagicDescription.Parameter(List.of("TABLE"), true, true, false, "", List.of());
    private static final MagicDescription.Parameter METHOD =
            new MagicDescription.Parameter(List.of("METHOD"), false, true, false, "", List.of());
    private static final MagicDescription.Parameter COMMAND =
            new MagicDescription.Parameter(List.of("COMMAND"), false, true, true, "", List.of());
    private static final MagicDescription.Parameter TEST =
            new MagicDescription.Parameter(List.of("--test"), true, true, false, "", List.of());

    /** One that changes what stands below it. */
    private static final MagicDescription MAVEN =
            new MagicDescription(
                    "maven",
                    "some.Class",
                    MagicDescription.Kind.LINE,
                    true,
                    "Report",
                    "",
                    "",
                    List.of(),
                    List.of(METHOD),
                    "",
                    List.of());

    private static final List<MagicDescription> MAGICS =
            List.of(
                    magic(
                            "sample",
                            MagicDescription.Kind.LINE,
                            "Table",
                            List.of(LABEL, TEST),
                            List.of(METHOD, TABLE)),
                    magic("sh", MagicDescription.Kind.LINE, "void", List.of(), List.of(COMMAND)),
                    magic(
                            "sx",
                            MagicDescription.Kind.LINE,
                            "List<String>",
                            List.of(),
                            List.of(COMMAND)),
                    MAVEN,
                    magic("time", MagicDescription.Kind.AROUND, "void", List.of(), List.of()),
                    magic("html", MagicDescription.Kind.TEXT_BODY, "Html", List.of(), List.of()),
                    magic("bash", MagicDescription.Kind.TEXT_BODY, "void", List.of(), List.of()),
                    magic(
                            "smote",
                            MagicDescription.Kind.EXPRESSION_BODY,
                            "Table",
                            List.of(LABEL),
                            List.of()));

    private final CellRewriter rewriter =
            new CellRewriter(new Magics(() -> MAGICS), Set.of("done")::contains);

    private static MagicDescription magic(
            String name,
            MagicDescription.Kind kind,
            String type,
            List<MagicDescription.Parameter> options,
            List<MagicDescription.Parameter> positionals) {
        return new MagicDescription(name, "some.Class", kind, type, "", "", options, positionals);
    }

    private List<Part> rewrite(String source) throws MagicSyntaxException {
        return rewriter.rewrite(source);
    }

    private String only(String source) throws MagicSyntaxException {
        var parts = rewrite(source);
        assertThat(parts).hasSize(1);
        return parts.get(0).source();
    }

    @Test
    void aCellWithoutMagicsStaysAsItIs() throws Exception {
        for (var source :
                List.of(
                        "1 + 1",
                        "int k = 5 %m();",
                        "int a = x\n  %y;",
                        "\"%sample a\"",
                        "// %nope\n1",
                        "!done",
                        "!(1 > 2)")) {
            assertThat(only(source)).isEqualTo(source);
        }
    }

    @Test
    void aLineBecomesACallWithItsType() throws Exception {
        assertThat(only("%sample smote --label y train"))
                .isEqualTo(
                        "(Table) "
                                + DOOR
                                + "line(\"sample\", \"smote\", \"--label\", \"y\", "
                                + DOOR
                                + "value(\"train\", train))");
    }

    @Test
    void aMagicMayStandAfterAnEqualsSignAReturnOrAParenthesis() throws Exception {
        assertThat(only("var t = %sample smote t0;"))
                .startsWith("var t = (Table) " + DOOR)
                .endsWith(");");
        assertThat(only("var t = %sample smote t0")).endsWith("));");
        assertThat(only("Table f() { return %sample smote t0; }")).contains("return (Table)");
        assertThat(only("g(%sample smote t0)"))
                .isEqualTo(
                        "g((Table) "
                                + DOOR
                                + "line(\"sample\", \"smote\", "
                                + DOOR
                                + "value(\"t0\", t0)))");
    }

    @Test
    void bracesAreJavaAndQuotesAreText() throws Exception {
        assertThat(only("%sample smote --label={names.get(0)} \"train\""))
                .isEqualTo(
                        "(Table) "
                                + DOOR
                                + "line(\"sample\", \"smote\", \"--label\", "
                                + DOOR
                                + "value(\"names.get(0)\", names.get(0)), \"train\")");
        assertThat(only("%sample share={1.0 / n} train")).contains("\"share=\" + (1.0 / n)");
        assertThat(only("%sample --label \"say \\\"a; b\\\"\" train"))
                .contains("\"--label\", \"say \\\"a; b\\\"\"");
        assertThat(only("%sample smote --test {a.b(1, 2)} train"))
                .contains("value(\"a.b(1, 2)\", a.b(1, 2))");
        assertThat(only("%sample smote --test=held train"))
                .contains("\"--test\", " + DOOR + "value(\"held\", held)");
    }

    @Test
    void codeAroundALineStaysInItsPlaceWithItsLineNumbers() throws Exception {
        assertThat(only("int a = 1;\n%sample smote t\n\nint b = 2;"))
                .startsWith("int a = 1;\n" + DOOR + "told((Table) ")
                .endsWith("));\n\nint b = 2;");
        assertThat(only("int a = 1;\n!ls -l\na"))
                .isEqualTo("int a = 1;\n" + DOOR + "line(\"sh\", \"ls -l\");\na");
        assertThat(only("int a = 1;\n%sample smote t")).doesNotContain("told").endsWith(")");
        assertThat(only("%sample smote t;\n")).startsWith(DOOR).endsWith(");\n");
    }

    @Test
    void whatChangesTheCodeBelowItIsAPartOfItsOwn() throws Exception {
        var parts = rewrite("int a = 1;\n%maven a:b:1\n\nint b = 2;");
        assertThat(parts).extracting(Part::line).containsExactly(0, 1, 1);
        assertThat(parts.get(1).source()).startsWith(DOOR + "told(").endsWith(");");
        assertThat(parts.get(2).source()).isEqualTo("\n\nint b = 2;");
        assertThat(rewrite("int a = 1;\n%maven a:b:1"))
                .last()
                .extracting(Part::source)
                .isEqualTo("(Report) " + DOOR + "line(\"maven\", \"a:b:1\")");
        // A range ends with another bracket than it begins with.
        for (var range : List.of("[1.0,2.0)", "(1.0,2.0]", "[1.0,)")) {
            assertThat(only("%maven a:b:" + range))
                    .isEqualTo("(Report) " + DOOR + "line(\"maven\", \"a:b:" + range + "\")");
        }
        // What is not ended cannot go on.
        for (var open : List.of("int a = 1", "var o = new Object() { }", "a + 1")) {
            assertThat(rewrite(open + "\n%maven a:b:1")).hasSize(2);
            assertThat(rewrite(open + "\n%sample smote t")).hasSize(2);
        }
    }

    @Test
    void theShellGetsItsLineAsItStands() throws Exception {
        assertThat(only("%sh ls -l; cat 'a b'"))
                .isEqualTo(DOOR + "line(\"sh\", \"ls -l; cat 'a b'\");");
        assertThat(only("%sx ls -l")).endsWith("line(\"sx\", \"ls -l\")");
        assertThat(only("%sh echo {done}")).contains("\"echo \" + (done)");
        assertThat(only("%sh --help")).endsWith("line(\"sh\", \"--help\");");
    }

    @Test
    void whatStandsBehindTheEqualsSignOfAnOptionIsItsValue() throws Exception {
        assertThat(only("%sample smote --label=; train; f();"))
                .contains("\"--label=;\", ", "; f();");
        assertThat(only("%sample smote --label=;")).endsWith("\"--label=;\")");
        assertThat(only("%sample smote -l=a;")).endsWith("\"-l=a\");");
        assertThat(only("%sample x=;")).endsWith("\"x=\");");
        for (var tab : List.of("=\\t", "=\"\\t\"", "='\\t'")) {
            assertThat(only("%sample smote --label" + tab)).endsWith("\"--label=\\t\")");
        }
        assertThat(only("%sample smote --label \\t")).endsWith("\"--label\", \"\\t\")");
        assertThat(only("%sample smote --label=\\tx\\t")).endsWith("\"--label=txt\")");
    }

    @Test
    void codeInsideAnAroundMagicRunsAsCodeOfTheCell() throws Exception {
        var parts = rewrite("%%time\nint a = 1;\na");
        assertThat(parts)
                .extracting(Part::role)
                .containsExactly(Role.BEFORE, Role.CODE, Role.AFTER);
        assertThat(parts.get(1)).isEqualTo(new Part("int a = 1;\na", 1, Role.CODE));
        assertThat(rewrite("%time model.fit(\n  train);\nmodel"))
                .extracting(Part::source)
                .contains("model.fit(\n  train);", "\nmodel");
    }

    @Test
    void aBodyIsPassedAsTextOrAsOneExpression() throws Exception {
        assertThat(only("%%html\n<b>\"x\"</b>\n"))
                .isEqualTo("(Html) " + DOOR + "cell(\"html\", \"<b>\\\"x\\\"</b>\\n\")");
        assertThat(only("%%smote --label y\ntrain.where(\n  x);"))
                .isEqualTo(
                        "(Table) "
                                + DOOR
                                + "cell(\"smote\", (\ntrain.where(\n  x)\n), \"--label\", \"y\")");
    }

    @Test
    void aShellCommandIsPassedAsItIsWritten() throws Exception {
        assertThat(only("!grep \"a  b\" file; ls"))
                .isEqualTo(DOOR + "line(\"sh\", \"grep \\\"a  b\\\" file; ls\");");
    }

    @Test
    void aBodyThatGivesNothingIsAStatement() throws Exception {
        assertThat(only("%%bash\nls")).isEqualTo(DOOR + "cell(\"bash\", \"ls\");");
    }

    @Test
    void aLongBodyIsCutIntoPiecesThatAClassFileCanHold() throws Exception {
        assertThat(only("%%html\n" + "x".repeat(70_000))).contains("himalia_cells.Call.text(\"xxx");
    }

    @Test
    void aCommentBeforeALineChangesNothingForIt() throws Exception {
        assertThat(only("// what is here\n!ls -l")).endsWith("\n" + only("!ls -l"));
        assertThat(only("/* what is here */\nint a = 1; // one\n!ls -l"))
                .endsWith("\n" + only("!ls -l"));
        assertThatThrownBy(() -> rewrite("// what is needed\n%dependency /add a:b:1"))
                .hasMessage(
                        "there is no magic %dependency. A Java library is added with %maven group:artifact:version."
                                + " %lsmagic lists them all.");
        assertThat(only("boolean b = true, c = // the other way\n!b;")).contains("!b");
        assertThat(only("int a = 7\n// the rest\n%b;")).contains("%b");
    }

    @Test
    void aNameThatIsNoMagicIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> rewrite("int a = 1;\n%smaple smote t"))
                .hasMessage(
                        "there is no magic %smaple; did you mean %sample? %lsmagic lists them all.");
        assertThatThrownBy(() -> rewrite("%ls -la"))
                .hasMessage(
                        "there is no magic %ls. A shell command begins with !: write !ls. %lsmagic lists them all.");
        assertThatThrownBy(() -> rewrite("%pip install numpy"))
                .hasMessage(
                        "there is no magic %pip. A Java library is added with %maven group:artifact:version; for Python's own write !pip."
                                + " %lsmagic lists them all.");
        assertThatThrownBy(() -> rewrite("%%python\nprint(1)"))
                .hasMessage(
                        "there is no magic %%python. Cells are Java; another program is run with ! or in %%bash. %lsmagic lists them all.");
        assertThatThrownBy(() -> rewrite("%%tiem\n1")).hasMessageContaining("did you mean %%time?");
        assertThatThrownBy(() -> rewrite("%% time\n1"))
                .hasMessage("the name of a magic stands right behind %%: write %%time");
        assertThatThrownBy(() -> rewrite("%html <b>")).hasMessageContaining("write %%html");
        assertThatThrownBy(() -> rewrite("%sample smote train:age"))
                .hasMessage(
                        "a Java expression stands before 'train:age', which is none: the name of a table, or rows in braces, {…}");
        assertThatThrownBy(() -> rewrite("%sample smote --lable y train"))
                .hasMessage(
                        "%sample: no option '--lable'; did you mean --label? Options: --label, -l, --test,"
                                + " --help. %sample --help tells more.");
        assertThatThrownBy(() -> rewrite("%sample 'open"))
                .hasMessage("the quote 'open is not closed");
    }

    @Test
    void anExpressionStandsBehindAQuotedValueToo() throws Exception {
        var plain = only("%sample smote --label=y train");
        assertThat(only("%sample smote --label=\"y\" train")).isEqualTo(plain);
        assertThat(only("var t = %sample smote --label='y' train"))
                .isEqualTo(only("var t = %sample smote --label=y train"));
        assertThat(only("%sample smote --test=\"x\" train")).contains("\"--test=x\"");
    }

    @Test
    void aBracketTooManyAndEmptyBracesAreTold() {
        assertThatThrownBy(() -> rewrite("%sample smote --label y train.first(5)) x"))
                .hasMessage(
                        "there is one ) too many behind '%sample smote --label y train.first(5)'");
        assertThatThrownBy(() -> rewrite("%sample smote --label y {}"))
                .hasMessage("the braces {} are empty; an expression stands in them, as in {n + 1}");
    }

    @Test
    void aCommandGetsTheValuesOfVariablesAndGivesItsLines() throws MagicSyntaxException {
        assertThat(only("!echo {done} ${HOME} {a,b} {1..3} awk '{print}'"))
                .contains("\"echo \" + (done) + \" ${HOME} {a,b} {1..3} awk '{print}'\"");
        assertThat(only("!echo {done.length() + 1}")).contains("(done.length() + 1)");
        assertThat(only("var files = !ls -l"))
                .startsWith("var files = ")
                .contains("\"sx\"")
                .endsWith(";");
        assertThat(only("boolean other = !done")).isEqualTo("boolean other = !done");
        assertThat(only("boolean flag = true; boolean other = !flag"))
                .isEqualTo("boolean flag = true; boolean other = !flag");
        assertThat(only("var csv = !ls *.csv | wc -l")).contains("\"ls *.csv | wc -l\"");
        assertThat(only("int y = 1;\n!echo {y}")).contains("\"echo \" + (y)");
        assertThat(only("for (int i = 0; i < 2; i++) {\n  !echo {i} {a,b}\n}"))
                .contains("\"echo \" + (i) + \" {a,b}\"));");
        assertThat(only("for (int i = 0;\n  !stopped(i); i++) { }")).contains("!stopped(i)");
        for (var java :
                List.of(
                        "boolean[] f(boolean a, boolean b) { return new boolean[] {\n  !a,\n  !b\n}; }",
                        "boolean z = !true",
                        "!Character.isDigit('a')",
                        "!\"a\".isEmpty()",
                        "!!\"a\".isEmpty()",
                        "!!(1 > 2)",
                        "!true || false",
                        "!true == !false;",
                        "!new Object().equals(1)",
                        "var q = !new Object().equals(1)",
                        "boolean z = !missing && done")) {
            assertThat(only(java)).isEqualTo(java);
        }
        assertThat(only("!\"/opt/a b/x\" --all")).contains("\"sh\"");
        assertThat(only("int a = 1; !echo hi")).contains("\"sh\"");
        assertThat(only("boolean b = true; !b")).isEqualTo("boolean b = true; !b");
    }

    @Test
    void aMagicMayBeTheBodyOfAStatement() throws MagicSyntaxException {
        for (var head :
                List.of(
                        "if (a == (2))",
                        "for (int i = 0; i < 3; i++)",
                        "while (f(a))",
                        "if (a) b();\nelse",
                        "do")) {
            for (var space : List.of(" ", "\n    ")) {
                assertThat(only(head + space + "%sample smote t;\nb();"))
                        .isEqualTo(head + space + only("%sample smote t;") + "\nb();");
                assertThat(only(head + space + "!echo a\nb();"))
                        .isEqualTo(head + space + only("!echo a") + "\nb();");
                assertThat(only(head + space + "%maven a:b:1\nb();")).contains("told(");
            }
            assertThatThrownBy(() -> rewrite(head + "\n  %time a++;"))
                    .hasMessageContaining("stands outside of blocks");
        }
        assertThat(rewrite("do { a++; } while (a < 4)\n%maven a:b:1")).hasSize(2);
    }

    @Test
    void aMagicOfTheCellIsItsFirstLine() throws MagicSyntaxException {
        assertThat(only("// what it shows\n/* all */\n%%html\n<b>"))
                .contains("cell(\"html\", \"<b>\")");
        assertThatThrownBy(() -> rewrite("int a = 1;\n%%html\n<b>"))
                .hasMessage(
                        "%%html takes the whole cell and is its first line: put what stands above it into a cell of its own");
    }

    @Test
    void aMagicMayFollowASemicolonOrABrace() throws MagicSyntaxException {
        assertThat(only("int a = 1; %sample smote done")).contains("sample");
        assertThat(only("for (int i = 0; i < 2; i++) { %sample smote done }"))
                .startsWith("for (int i = 0; i < 2; i++) { ")
                .contains("told((Table) ")
                .endsWith(";}");
        assertThat(only("%sample smote done; %sample tomek done")).contains("smote", "; ", "tomek");
        assertThat(rewrite("%maven a:b:1; %sample tomek done")).hasSize(2);
        assertThatThrownBy(() -> rewrite("if (true) { %time done }"))
                .hasMessageContaining(
                        "%time measures the code behind it and stands outside of blocks");
        assertThatThrownBy(() -> rewrite("if (true) {\n  %nowhere\n}"))
                .hasMessageContaining("there is no magic %nowhere");
    }
}

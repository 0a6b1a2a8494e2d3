package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cells declare, declare again and fail to declare; by the class of a cell as by JShell. */
class WholeCellsTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    private boolean byWholeCell(String type) {
        return cells.value(type + ".class.getName()").startsWith("REPL.$Cell");
    }

    @Test
    void aCellWithEverythingIsOneClass() {
        assertThat(
                        cells.value(
                                """
                                import java.util.stream.Collectors;
                                int n = 3, m = 4;
                                int[] numbers = {1, 2, 3};
                                var list = java.util.List.of(n, m);
                                record Pair(int a, int b) { int sum() { return a + b; } }
                                enum Colour { RED, GREEN }
                                static int twice(int x) { return 2 * x + n - n; }
                                for (int i = 0; i < 3; i++) { numbers[i] *= 2; }
                                var pair = new Pair(n, m);
                                twice(pair.sum()) + numbers[2]"""))
                .isEqualTo("20");
        assertThat(byWholeCell("Pair")).isTrue();
        assertThat(cells.value("list.stream().map(x -> \"\" + x).collect(Collectors.joining())"))
                .isEqualTo("34");
        assertThat(cells.value("Colour.GREEN")).isEqualTo("GREEN");
    }

    @Test
    void aVariableDeclaredAgainIsSeenByTheMethodsThatUseIt() {
        cells.run("int x = 1;");
        cells.run("int plus(int y) { return x + y; }");
        cells.run("int x = 10;");
        assertThat(cells.value("plus(1)")).isEqualTo("11");
        cells.run("long x = 100;\nlong y = x;");
        assertThat(cells.printed()).contains("plus is gone", "x changed");
        cells.run("int x;");
        assertThat(cells.value("x")).isEqualTo("0");
    }

    @Test
    void aMethodComesBackOnceTheVariableItUsesFitsItAgain() {
        cells.value("Function<Integer, Integer> f = x -> x + 1;\nint scale = 2;");
        cells.value("int applied(int y) { return scale * f.apply(y); }");
        cells.value(
                "int[] kept(int y) { Function<Integer, Integer> g = f; return new int[] {y}; }");
        cells.value("BiFunction<Integer, Integer, Integer> f = (x, y) -> x * y;");
        assertThat(cells.printed().lines())
                .containsExactlyInAnyOrder(
                        "[notice] applied is gone: it does not compile any more, because f changed; it comes"
                                + " back once f fits it again (method apply in interface BiFunction<T,U,R> cannot be applied to given types)",
                        "[notice] kept is gone: it does not compile any more, because f changed; it comes"
                                + " back once f fits it again (incompatible types: BiFunction<Integer,Integer,Integer> cannot be converted to Function<Integer,Integer>)");
        assertThat(
                        cells.value(
                                "Function<Integer, Integer> f = x -> x + 10;\napplied(1) + kept(5)[0]"))
                .isEqualTo("27");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aMethodThatWasDeclaredAnewDoesNotGiveWayToOneThatComesBack() {
        cells.value("int f = 1;");
        cells.value("int kept() { return f; }");
        cells.value("String f = \"\";");
        cells.value("int kept() { return -1; }");
        cells.value("int f = 7;");

        assertThat(cells.value("kept()")).isEqualTo("-1");
    }

    @Test
    void aClassIsDefinedThoughItsVerificationWantsOneThatComesAfterIt() {
        cells.run("class Plan { Plan(Step step) {}\n static class Step {} }");
        assertThat(
                        cells.value(
                                """
                                class Trip extends Plan {
                                    Trip(Zeal zeal) { super(zeal); }
                                    Trip() { this(new Zeal()); }
                                    static class Zeal extends Plan.Step {}
                                    static class Early extends Plan.Step { Plan plan() { return new Trip(); } }
                                }
                                new Trip.Early().plan() instanceof Trip"""))
                .isEqualTo("true");
    }

    @Test
    void aVariableOfAnotherTypeTakesItsMethodsAlong() {
        cells.run("int x = 1;");
        cells.run("String text() { return \"<\" + x + \">\"; }");
        cells.run("String both() { return text() + text(); }");
        cells.run("String x = \"a\";");
        assertThat(cells.value("both()")).isEqualTo("<a><a>");
    }

    @Test
    void aMethodDeclaredAgainIsCalledByThoseThatCallIt() {
        cells.run("int f() { return 1; }");
        cells.run("int g() { return f() + 1; }\nclass Box { int h() { return g(); } }");
        cells.run("var box = new Box();");
        cells.run("int f() { return 5; }");
        assertThat(cells.value("g()")).isEqualTo("6");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.value("new Box().h() + box.h()")).isEqualTo("12");
    }

    @Test
    void overloadsLiveTogetherWhereverTheyWereDeclared() {
        cells.run("String f(int x) { return \"int\"; }");
        cells.run("String f(String x) { return \"text\"; }");
        assertThat(cells.value("f(1) + f(\"a\")")).isEqualTo("inttext");
        cells.run("String f(int x) { return \"INT\"; }");
        assertThat(cells.value("f(1) + f(\"a\")")).isEqualTo("INTtext");
    }

    @Test
    void aTypeRunAgainUnchangedKeepsItsObjects() {
        cells.run("record P(int x) {}\nvar p = new P(1);");
        cells.run("record P(int x) {}\nvar q = new P(1);");
        assertThat(cells.value("p.equals(q)")).isEqualTo("true");
        cells.run("record P(int x, int y) {}");
        assertThat(cells.printed()).isEqualTo(isNull("p", "P") + isNull("q", "P"));
        assertThat(cells.value("p == null")).isEqualTo("true");
    }

    private static String isNull(String variable, String type) {
        return ("[notice] %s is null now, because %s changed: what it held goes with the old %s."
                        + " Run the cell that sets %s again.\n")
                .formatted(variable, type, type, variable);
    }

    @Test
    void aVariableThatIsGoneWithItsTypeIsNamedHoweverItWasSet() {
        cells.run("class P { int a; }\nP p = new P();");
        cells.run("P p2 = p;\nvar list = java.util.List.of(p);\nP[] all = {p};");
        cells.run("class P { int a, b; }\nP p = new P();");
        assertThat(cells.printed())
                .isEqualTo(isNull("p2", "P") + isNull("list", "P") + isNull("all", "P"));
        cells.run("enum Light { RED }\nLight light = Light.RED;");
        cells.run("enum Light { RED, GREEN }");
        assertThat(cells.printed()).isEqualTo(isNull("light", "Light"));
    }

    @Test
    void whatTheLastLineGivesIsTheValueAlsoOfASwitch() {
        cells.run("int x = 5;");
        assertThat(cells.value("switch (x) { case 5 -> \"five\"; default -> \"other\"; }"))
                .isEqualTo("five");
        assertThat(cells.value("switch (x) { case 5 -> x++; default -> x--; }")).isEqualTo("5");
        assertThat(cells.value("switch (x) { case 6 -> System.gc(); default -> x--; }")).isEmpty();
        assertThat(cells.value("switch (x) { case 6: yield 1; default: yield 2.5; }"))
                .isEqualTo("1.0");
        assertThat(cells.value("x")).isEqualTo("6");
    }

    /** JShell refuses it, for what {@code Override} says is not true yet. */
    @Test
    void aClassMayStandBeforeWhatItOverrides() {
        cells.value(
                "class Robot implements Speaker { @Override public String speak() { return \"beep\"; } }");
        assertThat(cells.printed())
                .isEqualTo("[notice] Robot cannot be used until this is declared: class Speaker\n");
        cells.value("interface Speaker { String speak(); }");
        assertThat(cells.value("new Robot().speak()")).isEqualTo("beep");
    }

    @Test
    void whatIsMissingIsToldInTheNamesThatWereWritten() {
        cells.run("class Steps { interface Of<T> { void take(T each); } }");
        cells.run("void walk(Steps.Of<Integer> step) { go(step, \"far\"); }");
        assertThat(cells.printed())
                .isEqualTo(
                        "[notice] walk cannot be used until this is declared: method go(Steps.Of<Integer>,String)\n");
    }

    @Test
    void aCellThatReturnsIsToldWhatItsValueIs() {
        assertThat(cells.failure("int y = 1;\nreturn y;"))
                .isEqualTo(
                        "Error in cell 1, line 2: return outside of a method\n"
                                + "    return y;\n    ^^^^^^^^^\n"
                                + "    Hint: A cell is no method: its value is its last line, written without return and without semicolon.");
        assertThat(cells.failure("if (true) return;")).contains("return outside of a method");
        assertThat(
                        cells.value(
                                "java.util.function.Supplier<Integer> s = () -> { return 1; };\ns.get()"))
                .isEqualTo("1");
    }

    @Test
    void aCauseShowsOnlyTheFramesThatNobodySawYet() {
        cells.run("void inner() {\n  throw new IllegalStateException(\"deep\");\n}");
        cells.run(
                "void outer() {\n  try { inner(); }\n  catch (Exception e) { throw new RuntimeException(\"wrapped\", e); }\n}");
        assertThat(cells.failure("outer();"))
                .isEqualTo(
                        """
                        RuntimeException: wrapped
                          cell 2, line 3 in outer
                        → catch (Exception e) { throw new RuntimeException("wrapped", e); }
                          cell 3, line 1
                        → outer();
                        Caused by IllegalStateException: deep
                          cell 1, line 2 in inner
                        → throw new IllegalStateException("deep");
                          cell 2, line 2 in outer
                        → try { inner(); }""");
    }

    @Test
    void aCastThatFailsNamesTheTwoClassesAlone() {
        cells.run("class Animal {}\nclass Dog extends Animal {}\nAnimal animal = new Animal();");
        assertThat(cells.failure("Dog dog = (Dog) animal;"))
                .startsWith("ClassCastException: class Animal cannot be cast to class Dog\n");
    }

    @Test
    void ofManyLostVariablesTheFirstAreNamed() {
        var many = new StringBuilder("int v0 = 0");
        for (int i = 1; i < 300; i++) {
            many.append(", v").append(i).append(" = ").append(i);
        }
        cells.run(many + ";");
        cells.workers().kill();
        cells.run("1");
        assertThat(cells.printed())
                .contains(
                        "Lost variables: v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11 and 288 more. Run the cells");
    }

    @Test
    void whatJShellDeclaresAndWhatCellsDeclareMeet() {
        cells.run("int base = 2;\nint calc() { return base + later(); }");
        assertThat(cells.failure("calc()")).contains("later");
        cells.run("int later() { return 40; }");
        assertThat(cells.value("calc()")).isEqualTo("42");
        cells.run("int base = 3;");
        assertThat(cells.value("calc()")).isEqualTo("43");
        cells.run("var odd = new Object() { int hidden = 7; };");
        assertThat(cells.value("odd.hidden + base")).isEqualTo("10");
    }

    @Test
    void aRunThatEndsEarlyDeclaresWhatItReached() {
        assertThat(cells.failure("int a = 1;\nint b = a / 0;\nint c = 3;")).contains("line 2");
        assertThat(cells.value("a")).isEqualTo("1");
        assertThat(cells.failure("c")).contains("cannot find symbol");
    }

    @Test
    void everyFrameIsALineOfItsCell() {
        cells.run("int deep(int x) {\n\n    return x / 0;\n}");
        assertThat(cells.failure("int a = 1;\n\n  deep(\n  a)"))
                .contains("cell 1, line 3 in deep", "cell 2, line 3")
                .doesNotContain("REPL");
        assertThat(cells.failure("java.util.List.of(1).forEach(x -> {\n  deep(x);\n});"))
                .contains("cell 3, line 2");
    }

    @Test
    void whatCellsDeclareIsShownAsItWasNamed() {
        cells.run("class Point { int x; }\nclass Wrong extends Exception {}\nPoint none = null;");
        assertThat(cells.value("new Point()")).matches("Point@[0-9a-f]+");
        assertThat(cells.value("java.util.Optional.of(new Point())"))
                .matches("Optional\\[Point@[0-9a-f]+]");
        assertThat(cells.value("Runnable run = () -> {};\nrun"))
                .isEqualTo("a lambda of type Runnable; .run() calls it");
        assertThat(cells.value("new Object() {}")).matches("anonymous class@[0-9a-f]+");
        assertThat(cells.failure("none.x"))
                .startsWith(
                        "NullPointerException: Cannot read field \"x\" because \"none\" is null\n");
        assertThat(((himalia.kernel.java.Outcome.Failed) cells.run("throw new Wrong();")).name())
                .isEqualTo("Wrong");
    }

    @Test
    void aCallThatGivesNothingShowsNothing() {
        assertThat(cells.value("new java.util.ArrayList<String>().clear()")).isEmpty();
        assertThat(cells.value("new java.util.ArrayList<String>().add(\"a\")")).isEqualTo("true");
        cells.run("int x = 1;");
        assertThat(cells.value("x = 2")).isEmpty();
        assertThat(cells.value("x;")).isEmpty();
        assertThat(cells.value("x")).isEqualTo("2");
        assertThat(cells.value("null")).isEqualTo("null");
    }

    @Test
    void nothingOfACellThatDoesNotParseIsRun() {
        cells.run("int x = 1;");
        assertThat(cells.failure("x = 2;\nint y = = 3;")).contains("line 2");
        assertThat(cells.value("x")).isEqualTo("1");
    }

    @Test
    void nothingOfACellThatDoesNotCompileIsRunAndAllErrorsAreTold() {
        cells.run("int x = 1;");
        assertThat(
                        cells.failure(
                                "x = 2;\nint y = \"text\";\nvar list = java.util.List.of(y);\nnothing();"))
                .contains("cell 2, line 2: incompatible types: String cannot be converted to int")
                .contains("cell 2, line 4");
        assertThat(cells.failure("var z = missing + 1;\nx = 3;"))
                .contains("cell 3, line 1", "missing")
                .doesNotContain("REPL", "$Cell");
        assertThat(cells.failure("Missing m = null;")).contains("Missing m = null", "^^^^^^^");
        assertThat(cells.value("x")).isEqualTo("1");
    }

    @Test
    void completionKnowsWhatCellsDeclared() {
        cells.run("int durable = 1;\nint duration() { return 1; }\nrecord Duo(int x) {}");
        var found = cells.help().complete("1 + du", 6).candidates();
        assertThat(found).extracting("text").contains("durable", "duration");
        cells.run("var duo = new Duo(1);");
        assertThat(cells.help().complete("duo.", 4).candidates()).extracting("text").contains("x");
    }

    @Test
    void valuesHaveTheirTypes() {
        cells.value("java.util.List.of(\"a\", \"b\")");
        assertThat(cells.value("$.get(0).length()")).isEqualTo("1");
        cells.value("record P(int x) {}\nnew P(4)");
        assertThat(cells.value("$.x() + $1.size()")).isEqualTo("6");
    }

    @Test
    void aLostWorkerTakesVariablesNeverMethods() {
        cells.run("int x = 5;\nint f() { return x; }\nint g() { return 1; }");
        cells.workers().kill();
        assertThat(cells.value("g()")).isEqualTo("1");
        assertThat(cells.printed()).contains("Lost variables: x");
        assertThat(cells.failure("f()")).contains("x");
        cells.run("int x = 6;");
        assertThat(cells.value("f()")).isEqualTo("6");
    }

    @Test
    void theImportsOfACellThatDidNotCompileHideNothing() {
        assertThat(cells.failure("import java.time.*;\nint x = \"a\";"))
                .contains("incompatible types");
        assertThat(cells.value("Duration.ofSeconds(1)")).isEqualTo("PT1S");
        assertThat(cells.failure("Durationn.ofSeconds(1)"))
                .contains("Hint: Did you mean Duration?");
    }

    @Test
    void aTextThatNoClassFileHoldsIsRefusedInAFewLines() {
        var failure =
                cells.failure("int a = 5;\nvar s = \"" + "x".repeat(70_000) + "\"; s.length()");
        assertThat(failure)
                .isEqualTo(
                        "Error in cell 1, line 2: constant string too long\n"
                                + "    var s = \""
                                + "x".repeat(291)
                                + "…\n            "
                                + "^".repeat(292)
                                + "\n    Hint: A text in a cell has at most 65,535 bytes; a longer one is read from a file: Files.readString(Path.of(\"…\")).");
        assertThat(cells.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void aCellWithMoreCodeThanAMethodHoldsIsRunPieceByPiece() {
        cells.run("int x = 0;");
        var block = "{ " + "x += 1; ".repeat(3000) + "}\n";
        assertThat(cells.value(block.repeat(3) + "x")).isEqualTo("9000");
        cells.failure("void all() " + block.repeat(3).replace("}\n{", "") + "\n1");
        assertThat(cells.value("x")).isEqualTo("9000");
    }
}

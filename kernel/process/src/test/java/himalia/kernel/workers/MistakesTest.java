package himalia.kernel.workers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What students write wrong about classes of their own, and what is right elsewhere. Each line of mistakes.txt is one: the
 * code, words that must be said, and words that would be untrue.
 */
@Timeout(60)
class MistakesTest {
    /** Of a line without untrue words. */
    private static final String NEVER = "$untrue$";

    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.run(
                """
                class Account {
                    private double balance;
                    private String owner;
                    Account(String owner) { this.owner = owner; }
                    double getBalance() { return balance; }
                    String getOwner() { return owner; }
                    void setOwner(String owner) { this.owner = owner; }
                    void deposit(double amount) { balance += amount; }
                }
                class Dog {
                    String name = "Rex";
                    void bark() { }
                    static int count() { return 1; }
                }
                class Puppy extends Dog { void play() { } }
                record Point(int x, int y) { }
                enum Colour { RED, GREEN }
                interface Flyer { void fly(); }
                """);
        cells.run(
                """
                var acc = new Account("Ann");
                var dog = new Dog();
                var puppy = new Puppy();
                var pt = new Point(1, 2);
                var counter = 1;
                var counters = new ArrayList<>(List.of(1, 2));
                var word = "abc";
                Function<Integer, Integer> twice = x -> 2 * x;
                """);
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static Stream<String> lines(String name) throws IOException {
        var file = MistakesTest.class.getResourceAsStream(name);
        try (var lines = Objects.requireNonNull(file)) {
            return new String(lines.readAllBytes(), UTF_8).lines();
        }
    }

    /** Cells that are right, and near to mistakes. */
    static List<String> right() throws IOException {
        return lines("correct.txt").map(each -> each.replace("\\n", "\n")).toList();
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsRightIsToldNothing(String code) {
        cells.printed();
        assertThat(cells.run(code)).isInstanceOf(Outcome.Finished.class);
        assertThat(cells.printed()).isEmpty();
    }

    static List<Arguments> mistakes() throws IOException {
        return lines("mistakes.txt")
                .map(line -> line.split(" \\| ", 3))
                .map(
                        parts ->
                                Arguments.of(
                                        parts[0].replace("\\n", "\n"),
                                        parts[1].strip(),
                                        parts.length < 3 ? NEVER : parts[2].strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsAnsweredInItsOwnWords(String code, String words, String untrue) {
        assertThat(cells.failure(code)).contains(words).doesNotContain(untrue, "REPL.", "$Cell");
    }

    /** Each could be taken for a slip, and is a class that comes in the next cell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Shop { Item item; Node node; Cell cell; Pair pair; Message message; }",
                "class Shelf { Card card; Book book; Layer layer; Edge edge; Series series; }",
                "class Canvas { Shape shape; Point point; Window window; TreeNode tree; }",
                "class Letter { B b; }",
                "class Cyc1 extends Cyc2 { }",
                "class Cats { Cat cat; }",
                "class OldItem { Item item; }",
                "class Round { Match match; }",
                "class Tigers extends Tiger { }"
            })
    void aTypeThatIsToComeIsNoSlip(String code) {
        cells.printed();
        cells.run(code);
        assertThat(cells.printed()).contains("until this is declared").doesNotContain("Hint");
    }

    @Test
    void aConstantStandsAloneBehindCaseUntilJdk20() {
        var outcome =
                cells.run(
                        "Colour seen = Colour.RED; switch (seen) { case Colour.RED: break; default: }");
        if (Runtime.version().feature() > 20) {
            assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        } else {
            assertThat(String.join("\n", ((Outcome.Failed) outcome).traceback()))
                    .contains("Behind case a constant stands alone: case RED.");
        }
    }

    @Test
    void aSemicolonThatIsMissingIsOneMistake() {
        assertThat(cells.failure("counter++\ncounter")).doesNotContain("line 2");
    }

    @Test
    void aVariableOfAMethodsNameIsNotMeantWhereThatIsCalled() {
        cells.run("int printf = 1; Consumer<String> puts = x -> { };");
        assertThat(cells.failure("printf(\"a\")")).contains("Write System.out.printf(…).");
        assertThat(cells.failure("puts(\"a\")")).contains("puts.accept(…)");
    }

    @Test
    void aMethodWithoutABodyIsOneMistake() {
        for (var code :
                new String[] {
                    "interface Two { void f() void g() }",
                    "interface Lines {\n  void f()\n  int g();\n  void h()\n}",
                    "interface Comma { void f(), void g(); }",
                    "class Before { int f() int g() { return 1; } }",
                    "void alone()\nint behind() { return 1; }"
                }) {
            assertThat(cells.failure(code).split("Error in cell")).hasSize(2);
        }
    }

    @Test
    void whatRunsAndSurprisesIsSaidOnce() {
        cells.run("String left = \"a\"; String right = \"b\"; if (left == right) { counter = 2; }");
        cells.run("double half = 5 / 2; int raised = 2 ^ 10; if (half > 1);");
        cells.run("for (int i = 0; i < 3; i++);\n{ counter = 3; }");
        cells.run("int[] shown = {1}; System.out.println(shown);");
        cells.run("Integer one = 1000, two = 1000; boolean alike = one == two;");
        assertThat(cells.printed())
                .contains("a.equals(b) compares the numbers")
                .contains("a.equals(b)", "write 5.0 / 2", "Math.pow(2, 10)", "right behind if")
                .contains("the { } behind it run once", "Arrays.toString(array)");
        cells.run(
                "boolean same = left == right; double third = 5 / 3; int more = 3 ^ 2; if (same);");
        cells.run("void loops() { while (counter < 3); { counter = 3; } }");
        cells.run("var told = \"it: \" + shown;");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aLoopThatOnlyCountsIsToldBeforeWhatItWasToRepeat() {
        cells.printed();
        cells.run("int idle = 0; for (int i = 0; i < 3; i++); idle++;");
        assertThat(cells.printed()).contains("the loop only counts, and what follows it runs once");
        cells.run("for (int i = 0; i < 3; i++); idle++;");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aNameThatIsKnownElsewhereInTheCellIsNotThatOfAnotherCell() {
        cells.failure("int ofLoop = \"a\";");
        assertThat(cells.failure("for (int ofLoop = 0; ofLoop < 3; ofLoop++) { }\nofLoop"))
                .contains("ofLoop is known only inside the for of line 1")
                .doesNotContain("and failed");
    }

    @Test
    void aQuoteThatIsNotClosedIsOneMistake() {
        assertThat(cells.failure("'abc'").split("Error in cell")).hasSize(2);
    }

    @Test
    void whatWaitsForATypeThatIsSomewhereIsToldWhere() {
        cells.run("class Web { HttpServer server; }");
        cells.run("@Test void adds() { }");
        cells.run("class Later { Nowhere thing; }");
        assertThat(cells.printed().replaceAll("\u001b\\[[0-9;]*m", ""))
                .contains("Hint: HttpServer is not imported. Write above: import com.sun.net")
                .contains("Hint: It is JUnit's: %maven org.junit.jupiter:")
                .contains("until this is declared: class Nowhere\n");
    }

    @Test
    void aNameOfAFailedCellIsToldByThatCell() {
        cells.failure("class Thing { int size = \"a\"; }\nint thingsLeft() { return 1; }");
        int failed = cells.count();
        var words = "Cell " + failed + " declares %s, and failed: run it again when it is mended.";
        assertThat(cells.failure("new Thing()")).contains(words.formatted("Thing"));
        assertThat(cells.failure("thingsLeft()")).contains(words.formatted("thingsLeft"));
        cells.run("class Thing { int size = 1; }");
        assertThat(cells.value("new Thing().size")).isEqualTo("1");
        cells.failure("int before = 1 / 0; int behind = 2;");
        assertThat(cells.failure("behind")).contains("declares behind, and failed");
        assertThat(cells.failure("acc.behind")).doesNotContain("and failed");
        cells.failure("for i in range(10): print(i)");
        cells.failure("for i in thingies: print(i)");
        assertThat(cells.failure("range(3)")).doesNotContain("and failed");
        assertThat(cells.failure("thingies")).doesNotContain("and failed");
    }

    @Test
    void aNameOfAnInterruptedCellIsToldByThatCell() throws Exception {
        cells.run("void endless() { while (true) { } }");
        cells.interrupted("System.out.println(\"begun\");\nendless();\nint late = 1;");
        assertThat(cells.failure("late"))
                .contains("declares late, and was interrupted before that: run it again.");
    }

    @Test
    void aFailedCellHidesNoNameThatIsKnownEverywhere() {
        cells.failure("int print = 1 / 0, abs = 2;");
        assertThat(cells.failure("print(\"a\")"))
                .contains("Hint: Write System.out.print(…).")
                .doesNotContain("and failed");
        assertThat(cells.failure("abs(-1)"))
                .contains("It is a method of Math")
                .doesNotContain("and failed");
        cells.failure("double mean(double[] xs) { return \"a\"; }");
        assertThat(cells.failure("mean(new double[] {1})"))
                .contains(
                        "declares mean, and failed: run it again when it is mended. Without it: Write");
    }

    @Test
    void aTextThatIsNoTimeIsToldHowItsTypeIsRead() {
        assertThat(cells.failure("java.time.Instant.parse(\"2024-01-05\")"))
                .contains("Hint: A moment is read as 2024-05-31T13:45:00Z.")
                .doesNotContain("LocalDate.parse(text, ");
        assertThat(cells.failure("java.time.LocalTime.parse(\"10.30\")"))
                .contains("Hint: A time is read as 13:45; of another form say which: LocalTime");
        assertThat(cells.failure("java.time.LocalDate.parse(\"05.01.2024\")"))
                .contains("LocalDate.parse(text, DateTimeFormatter.ofPattern(\"dd.MM.yyyy\"))");
        assertThat(cells.failure("java.time.Year.parse(\"x\")")).contains("A date is read as");
    }

    @Test
    void aTypeThatHidesAReadyOneIsToldOnce() {
        cells.printed();
        cells.run("class Stack { int depth; }");
        assertThat(cells.printed())
                .contains("Stack is the type declared here from now on")
                .contains("the other one is written java.util.Stack");
        cells.run("class Stack { int depth, most; }");
        cells.run("class Heap { int size; }");
        assertThat(cells.printed()).isEmpty();
        var words =
                "Stack is the type that a cell declares here; the other one is written java.util.Stack.";
        assertThat(cells.failure("Stack<Integer> numbers = new Stack<>();")).contains(words);
        assertThat(cells.failure("new Stack().push(3)")).contains("it has depth, most. " + words);
        assertThat(cells.failure("Stack old = new java.util.Stack<Integer>();")).contains(words);
        assertThat(cells.failure("new Stack().dept")).doesNotContain(words);
    }

    @Test
    void aSlipInABodyHasItsLineAndAMark() {
        cells.printed();
        cells.run(
                "void counts() {\n  for (int i = 0; i < 3; i++) { }\n  System.out.println(i);\n}");
        assertThat(cells.printed().replaceAll("\u001b\\[[0-9;]*m", ""))
                .contains("      System.out.println(i);\n                         ^\n")
                .contains("Hint: i is known only inside the for of line 2");
        cells.run("class Lion extends Cats { void roar() { super.roar(); } }");
        assertThat(cells.printed())
                .contains("Lion cannot be used until this is declared: class Cats");
        cells.run("class Over { @Overide public String toString() { return \"\"; } }");
        assertThat(cells.printed()).contains("Did you mean @Override?");
    }

    @Test
    void aSlipInABodyIsToldAsOneOutside() {
        cells.run("int doubled(int count) { return cuont * 2; }");
        cells.run("int counted(String text) { return len(text); }");
        cells.run("class Named { string title; }");
        cells.run(
                "int checked(int n) { if (n < 0) throw IllegalArgumentException(\"neg\"); return n; }");
        assertThat(cells.printed())
                .contains("Did you mean count?")
                .contains("A text has s.length()")
                .contains("Did you mean String?")
                .contains("new IllegalArgumentException(…)");
    }

    @Test
    void aWordThatIsNoTypeTakesNoVariableAway() {
        cells.run("int kept = 7; int other = 8;");
        assertThat(cells.failure("del kept")).contains("Java forgets by itself");
        assertThat(cells.failure("other\nkept"))
                .contains(
                        "other is a variable, and no type: in one cell a line ends with a semicolon.");
        assertThat(cells.value("kept")).isEqualTo("7");
    }

    @Test
    void whereALineCannotBeReadNoNameIsMissing() {
        assertThat(cells.failure("int a2 = 1;\nSystem.out.println(a2)\nint b2 = a2 + 1;"))
                .contains("';' expected")
                .doesNotContain("Nothing named");
    }

    @Test
    void aMethodIsSeldomMeantInItsOwnBody() {
        cells.printed();
        cells.run("int countt(List<Integer> l) { return cuntt; }");
        cells.run("int get() { return set(); }");
        cells.run("int total(int n) { return totals(n); }");
        assertThat(cells.printed()).contains("until this is declared").doesNotContain("Hint");
        cells.run("int factorial(int n) { return n < 2 ? 1 : n * factoria(n - 1); }");
        assertThat(cells.printed()).contains("Did you mean factorial?");
    }

    @Test
    void aSwitchOverASealedTypeNamesWhatIsMissing() {
        cells.run(
                "sealed interface Form permits Disc, Box { } record Disc(double r) implements Form { } record Box(double a) implements Form { } Form form = new Disc(1);");
        var failure = cells.failure("double area = switch (form) { case Disc d -> d.r(); };");
        if (Runtime.version().feature() > 20) {
            assertThat(failure).contains("No case is there for Box: write one, or default");
            assertThat(
                            cells.failure(
                                    "sealed interface Pet { } record Cat() implements Pet { } record Hen() implements Pet { } Pet pet = new Cat(); int legs = switch (pet) { case Cat c when legs > 3 -> 1; case Hen h -> 2; };"))
                    .contains("No case is there for Cat:");
        } else {
            assertThat(failure).contains("types behind case are of JDK 21");
        }
    }

    @Test
    void threadsAndNumbersThatSurpriseAreSaidOnce() {
        cells.printed();
        cells.run("int large = 1_000_000 * 1_000_000;");
        cells.run("new Thread(() -> { }).run();");
        cells.run(
                "var many = new ArrayList<Integer>(); IntStream.range(0, 9).parallel().forEach(i -> many.add(i));");
        assertThat(cells.printed())
                .contains("an int ends at 2,147,483,647", "start() lets it run beside")
                .contains("several threads put into one collection");
        cells.run("class Own { int x; Own(int x) { x = x; } }");
        assertThat(cells.printed()).contains("this.x = x gives it to the field");
        cells.run("int larger = Integer.MAX_VALUE + 1; new Thread(() -> { }).run();");
        assertThat(cells.printed()).isEmpty();
    }

    /** Each took minutes, and heard no interrupt, or all the memory of the kernel. */
    @Test
    void longTextsAndNamesAreAnsweredAsShortOnes() {
        var text = "x".repeat(70_000);
        assertThat(cells.failure("System.out.println(\"" + text + "\")")).contains("Error in cell");
        assertThat(cells.failure("int y = \"" + "some words ".repeat(5_000) + "\";"))
                .contains("Integer.parseInt");
        assertThat(cells.failure("// " + "some words ".repeat(5_000) + "\nnope + 1"))
                .contains("Nothing named nope was declared");
        assertThat(cells.failure("Map.of().get(1).foo(\"" + text.substring(9_000) + "\")"))
                .contains("method foo");
        assertThat(cells.failure("(".repeat(5_000) + "1" + ")".repeat(5_000)))
                .contains("too deeply nested");
        cells.run("int " + text + " = 1;");
        assertThat(cells.failure(text.substring(1))).contains("cannot find symbol");
    }
}

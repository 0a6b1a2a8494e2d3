package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java where a cell is stopped: evaluated, set, copied; real kernel, real worker, real wire. */
@Timeout(240)
class DebuggerExpressionsTest {
    private static RealKernel kernel;
    private DebugTalk debug;
    private CompletableFuture<CellResult> cell;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void stop() throws Exception {
        kernel.close();
    }

    @BeforeEach
    void attach() throws Exception {
        debug = new DebugTalk(kernel.client());
        debug.attach();
    }

    @AfterEach
    void detach() throws Exception {
        debug.body("disconnect");
        assertThat(kernel.run("1 + 1").value()).containsEntry("text/plain", "2");
    }

    /** Runs a cell until its breakpoint. */
    private void stopIn(String code, int line) throws Exception {
        debug.breakpoints(code, line);
        cell = debug.run(code);
        debug.stopped();
    }

    private CellResult goOn() throws Exception {
        debug.body("continue", Map.of("threadId", 1));
        return cell.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anExpressionMayBeAnythingThatJavaHas() throws Exception {
        kernel.run("import java.util.regex.Pattern;\nenum Size { SMALL, LARGE }\nint base = 40;");
        kernel.run("static String join(Object... parts) { return List.of(parts).toString(); }");
        stopIn(
                "void look(Object any, List<String> words, int[] numbers, long big) {\n"
                        + "    System.out.println(any);\n}\n"
                        + "look(\"text\", List.of(\"b\", \"a\"), new int[] {3, 1}, 1L << 40);",
                2);

        assertThat(debug.evaluate("(String) any + words.size() + 'c'")).isEqualTo("\"text2c\"");
        assertThat(debug.evaluate("any instanceof String s && s.length() == 4")).isEqualTo("true");
        assertThat(debug.evaluate("new StringBuilder(\"ab\").reverse()")).isEqualTo("\"ba\"");
        assertThat(debug.evaluate("new int[] {1, 2}.length + numbers[0]")).isEqualTo("5");
        assertThat(debug.evaluate("words.stream().map(w -> w + base).sorted().toList()"))
                .isEqualTo("ListN (2) [a40, b40]");
        assertThat(debug.evaluate("words.stream().map(String::length).reduce(0, Integer::sum)"))
                .isEqualTo("2");
        assertThat(debug.evaluate("join(1, \"x\", big)")).isEqualTo("\"[1, x, 1099511627776]\"");
        assertThat(debug.evaluate("Math.max(big, numbers[1])")).isEqualTo("1099511627776");
        assertThat(debug.evaluate("Size.LARGE.ordinal()")).isEqualTo("1");
        assertThat(debug.evaluate("Pattern.compile(\"a+\").matcher(\"aa\").matches()"))
                .isEqualTo("true");
        assertThat(debug.evaluate("switch (base) { case 40 -> \"forty\"; default -> \"\"; }"))
                .isEqualTo("\"forty\"");
        assertThat(debug.evaluate("new Object() { int twice = 2 * base; }.twice")).isEqualTo("80");
        assertThat(debug.evaluate("Collections.emptyList().forEach(x -> {})")).isEmpty();
        assertThat(debug.evaluate("numbers[0] = 7; base++;")).isEmpty();
        assertThat(debug.evaluate("numbers[0] + base")).isEqualTo("48");
        assertThat(debug.evaluate("1 +")).isEqualTo("illegal start of expression");
        assertThat(debug.evaluate("words.get(\"x\")"))
                .isEqualTo("incompatible types: String cannot be converted to int");
        assertThat(debug.evaluate("1 / (numbers.length - 2)"))
                .isEqualTo("1 / (numbers.length - 2) threw ArithmeticException: / by zero");
        goOn();
    }

    @Test
    void anExpressionStandsInsideTheClassThatIsStopped() throws Exception {
        stopIn(
                "class Bag<T extends Comparable<T>> {\n"
                        + "    private final List<T> items = new ArrayList<>();\n"
                        + "    private static int made = 3;\n"
                        + "    private T last;\n"
                        + "    private T largest(int from) { return Collections.max(items.subList(from, items.size())); }\n"
                        + "    class Hand {\n"
                        + "        int held = 5;\n"
                        + "        void put(T item) {\n"
                        + "            last = item;\n"
                        + "            items.add(item);\n"
                        + "            held++;\n"
                        + "        }\n"
                        + "    }\n"
                        + "}\n"
                        + "var bag = new Bag<String>();\nbag.new Hand().put(\"z\");",
                11);

        assertThat(debug.evaluate("held + made")).isEqualTo("8");
        assertThat(debug.evaluate("items.get(0).compareTo(item)")).isEqualTo("0");
        assertThat(debug.evaluate("largest(0)")).isEqualTo("\"z\"");
        assertThat(debug.evaluate("Stream.of(0).map(Bag.this::largest).toList().size()"))
                .isEqualTo("1");
        assertThat(debug.evaluate("this.held * 2 + Bag.this.items.size()")).isEqualTo("11");
        assertThat(debug.evaluate("held = 9")).isEqualTo("9");
        assertThat(debug.evaluate("noSuch(1)"))
                .isEqualTo("cannot find symbol; symbol: method noSuch(int)");
        assertThat(debug.variables("Locals").get(0)).startsWith("this=").doesNotContain("REPL");
        goOn();
    }

    @Test
    void anExpressionSeesWhatALambdaAndALocalClassCaptured() throws Exception {
        stopIn(
                "int times(int by) {\n"
                        + "    record Pair(int a, int b) {}\n"
                        + "    var pair = new Pair(by, 2);\n"
                        + "    Supplier<Integer> all = new Supplier<>() {\n"
                        + "        public Integer get() {\n"
                        + "            return by * pair.b();\n"
                        + "        }\n"
                        + "    };\n"
                        + "    IntUnaryOperator more = x -> {\n"
                        + "        return x + all.get();\n"
                        + "    };\n"
                        + "    return more.applyAsInt(1);\n}\ntimes(4)",
                10);
        assertThat(debug.evaluate("x + all.get()")).isEqualTo("9");
        assertThat(debug.variables("Locals").toString())
                .matches("\\[all=anonymous class@\\w+, x=1\\]")
                .doesNotContain("REPL");
        debug.breakpoints(code(), 6);
        debug.body("continue", Map.of("threadId", 1));
        assertThat(debug.stopped())
                .containsExactly(
                        "get in an anonymous class:6", "lambda in cell:10", "times:12", "cell:14");
        assertThat(debug.evaluate("by + pair.b()")).isEqualTo("6");
        assertThat(debug.evaluate("new Object[] {pair, this}.length")).isEqualTo("2");
        assertThat(goOn().value()).containsEntry("text/plain", "9");
    }

    private String code() throws Exception {
        return debug.source(0);
    }

    @Test
    void whatIsSetIsWhatTheCellGoesOnWith() throws Exception {
        kernel.run("double shared = 1;\nclass Box { int size = 1; final int fixed = 2; }");
        stopIn(
                "String tell(int count, List<String> names, Map<String, Integer> ages, long[] sums, Box box) {\n"
                        + "    long total = count;\n"
                        + "    return count + \" \" + total + names + ages + sums[1] + box.size + shared;\n}\n"
                        + "tell(1, new ArrayList<>(List.of(\"a\", \"b\")), new TreeMap<>(Map.of(\"x\", 1)), new long[2], new Box())",
                3);
        assertThat(set("Locals", "count", "20 + 1")).isEqualTo("21");
        assertThat(set("Locals", "total", "count * 2")).isEqualTo("42");
        assertThat(set("Notebook variables", "shared", "7")).isEqualTo("7.0");
        assertThat(setPart("names", "[1]", "\"B\"")).isEqualTo("\"B\"");
        assertThat(setPart("ages", "\"x\"", "9")).isEqualTo("9");
        assertThat(setPart("sums", "[1]", "5")).isEqualTo("5");
        assertThat(setPart("box", "size", "8")).isEqualTo("8");
        assertThat(setPart("box", "fixed", "8"))
                .isEqualTo("'fixed' of Box is final; it cannot be set");
        assertThat(set("Locals", "count", "\"x\""))
                .isEqualTo("incompatible types: String cannot be converted to int");
        assertThat(debug.evaluate("count += 1")).isEqualTo("22");
        assertThat(goOn().value()).containsEntry("text/plain", "22 42[a, B]{x=9}587.0");
        assertThat(kernel.run("shared").value()).containsEntry("text/plain", "7.0");
    }

    private String set(String scope, String name, String value) throws Exception {
        var frame =
                new Fields(
                        debug.body("stackTrace", Map.of("threadId", 1))
                                .objects("stackFrames")
                                .get(0));
        var scopes =
                debug.body("scopes", Map.of("frameId", frame.number("id", 0))).objects("scopes");
        var found = scopes.stream().filter(each -> each.get("name").equals(scope)).findFirst();
        return set(new Fields(found.orElseThrow()).number("variablesReference", 0), name, value);
    }

    private String setPart(String owner, String name, String value) throws Exception {
        var shown = debug.body("evaluate", Map.of("expression", owner));
        return set(shown.number("variablesReference", 0), name, value);
    }

    private String set(long reference, String name, String value) throws Exception {
        var answer =
                debug.ask(
                        "setVariable",
                        Map.of("variablesReference", reference, "name", name, "value", value));
        return answer.flag("success", false)
                ? answer.fields("body").text("value")
                : answer.text("message", "");
    }

    @Test
    void aLocalVariableBecomesOneOfTheNotebook() throws Exception {
        kernel.run("record Point(int x) {}");
        stopIn(
                "int walk(List<Point> path, Point goal) {\n    int steps = path.size();\n    return steps;\n}\n"
                        + "walk(List.of(new Point(1), new Point(5)), new Point(9))",
                3);
        assertThat(debug.body("debugInfo").flag("copyToGlobals", false)).isTrue();
        assertThat(copy("path", "track").text("value"))
                .isEqualTo("List12 (2) [Point[x=1], Point[x=5]]");
        assertThat(copy("steps", "steps").text("value")).isEqualTo("2");
        assertThat(copy("goal", "goal").text("type")).isEqualTo("Point");
        assertThat(debug.variables("Notebook variables")).contains("steps=2", "goal=Point[x=9]");
        assertThat(
                        debug.ask(
                                        "copyToGlobals",
                                        Map.of("srcVariableName", "no", "dstVariableName", "no"))
                                .text("message"))
                .isEqualTo("no local variable 'no' here; there are: path, goal, steps");
        assertThat(goOn().value()).containsEntry("text/plain", "2");

        assertThat(kernel.run("track.get(1).x() + goal.x() + steps").value())
                .containsEntry("text/plain", "16");
        assertThat(kernel.run("var point = track.get(0);\npoint.x()").value())
                .containsEntry("text/plain", "1");
    }

    private Fields copy(String from, String to) throws Exception {
        var frame =
                new Fields(
                        debug.body("stackTrace", Map.of("threadId", 1))
                                .objects("stackFrames")
                                .get(0));
        return debug.body(
                "copyToGlobals",
                Map.of(
                        "srcVariableName",
                        from,
                        "dstVariableName",
                        to,
                        "srcFrameId",
                        frame.number("id", 0)));
    }

    @Test
    void aLogPointSaysSomethingAndGoesOn() throws Exception {
        // Many, so that one call begins just when another one comes back.
        var code = "int sum = 0;\nfor (int i = -300; i < 3; i++) {\n    sum += i;\n}\nsum";
        var path = debug.body("dumpCell", Map.of("code", code)).text("sourcePath");
        var point = Map.of("line", 3, "condition", "i > 0", "logMessage", "{i} of {sum + i}!");
        debug.body(
                "setBreakpoints",
                Map.of("source", Map.of("path", path), "breakpoints", List.of(point)));
        assertThat(kernel.run(code).value()).containsEntry("text/plain", "-45147");

        assertThat(debug.await("output").text("output")).isEqualTo("1 of -45149!\n");
        assertThat(debug.await("output").text("output")).isEqualTo("2 of -45147!\n");
    }

    @Test
    void anEvaluationTakesNoLongerThanAPersonNotices() throws Exception {
        stopIn("int spot(int x) {\n    return x;\n}\nspot(1)", 2);
        for (int i = 0; i < 20; i++) {
            debug.evaluate("List.of(x, " + i + ").size()");
        }
        var times = new long[20];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            assertThat(debug.evaluate("List.of(x, 1" + i + ").get(1)")).isEqualTo("1" + i);
            times[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        // Who else works on the machine lengthens some, not the shortest quarter.
        java.util.Arrays.sort(times);
        assertThat(times[times.length / 4]).isLessThan(500);
        goOn();
    }

    @Test
    void namesThatJShellHoldsAreSeenToo() throws Exception {
        var first = kernel.run("int ping(int n) { return n == 0 ? 0 : Pong.of(n); }");
        assertThat(first.ok()).isTrue();
        kernel.run("class Pong { static int of(int n) { return ping(n - 1) + 1; } }");
        stopIn("int here = 2;\nhere++;\nhere", 2);
        assertThat(debug.evaluate("ping(3) + Pong.of(1) + here")).isEqualTo("6");
        assertThat(List.of(goOn().value().get("text/plain"))).isEqualTo(List.of("3"));
    }
}

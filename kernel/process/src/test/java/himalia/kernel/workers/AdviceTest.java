package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What beginners meet most, and what they are told. */
@Timeout(60)
class AdviceTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value("int counter = 1;\nint half(int n) { return n / 2; }");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    int a = 1 int b = 2;                  | A statement ends with a semicolon: write ; here.
                    select * from t                       | SQL stands below %%sql as the first line of a cell;
                    from t select name                    | SQL stands below %%sql as the first line of a cell;
                    int[] some = {}; some.                | A name is missing behind the dot; Tab lists those that there are.
                    int sum = 5 +                         | Something is missing behind the + at the end.
                    System.out.println(1                  | Write ) where it ends.
                    int n = "7";                          | The value is of type String, but int is needed here. Integer.parseInt(…) makes a number of a text.
                    String s = 7;                         | The value is of type int, but String is needed here. String.valueOf(…) makes a text of a number.
                    int whole = 3.5;                      | A double does not fit into an int: write (int) before it to cut it down, or make the variable a double.
                    char c = "x";                         | The value is of type String, but char is needed here. A char is written in single quotes: 'x'.
                    if (counter = 3) {}                   | The value is of type int, but boolean is needed here. A condition compares: write == for 'is equal to'.
                    int nothing = null;                   | null is no int. Only objects can be null; Integer is the object for an int.
                    conter + 1                            | Did you mean counter?
                    hafl(3)                               | Did you mean half?
                    "abc".lenth()                         | Did you mean length?
                    System.out.printn(3);                 | Did you mean println?
                    string word = "x";                    | Did you mean String?
                    ArayList<String> list = null;         | Did you mean ArrayList?
                    zzzz                                  | Nothing named zzzz was declared; run the cell that declares it first.
                    println("x")                          | Write System.out.println(…).
                    system.out.println("x");              | Did you mean System?
                    import java.utl.List;                 | Did you mean java.util?
                    import org.nowhere.Thing;             | No jar here has it; %maven group:artifact:version adds one.
                    java.tool.List<String> word = null;   | Did you mean java.util.List?
                    java.zzzzzzz.Foo word = null;         | There is no package java.zzzzzzz here.
                    java.conc.concurrent.Foo word = null; | Did you mean java.util.concurrent?
                    java.util.concurrent.Futura f = null; | Did you mean java.util.concurrent.Future?
                    java.util.Foo word = null;            | There is no type Foo in java.util.
                    nowhere.at.all()                      | Nothing named nowhere was declared; run the cell that declares it first.
                    }                                     | Take it away, or write { where it should begin.
                    int most = Math.max(1, 2)) + 3;       | Take it away, or write ( where it should begin.
                    counter.length()                      | A value of a primitive type, such as int, has no methods; String.valueOf(…) makes a text of it.
                    char two = 'ab';                      | Single quotes hold one character; a text is written in double quotes.
                    void give() { return 1; }             | The method is declared void: write the type that it returns in place of void.
                    Math.abs?                             | For the documentation of a name press Shift+Tab behind it.
                    Color red = null;                     | Color is not imported. Write above: import java.awt.Color;
                    void read() { Files.readString(Path.of("x")); } | This may throw IOException: put it into try { … } catch (IOException e) { … }, or write 'throws IOException' after the method's parameters.
                    int none() { }                        | Every way through a method that returns a value must reach a return.
                    void show() { int x; System.out.println(x); }   | Give the variable a value before it is read: where it is declared, or on every way to here.
                    _                                     | _ alone is no name in Java; $ is the value of the last cell.
                    var v;                                | var takes its type from the value: write one that has a type by itself, or the type instead of var, as in int[] a = {1, 2};
                    long big = 12345678901;               | A number this large is a long: write L after its digits.
                    class Job implements Runnable { }     | Write the method it names, or make the class abstract.
                    half()                                | It takes 1 value, and here is none.
                    java.util.Collections.max(1)          | There is max(Collection<? extends T>), max(Collection<? extends T>, Comparator<? super T>).
                    Math.max(1)                           | There is max(int, int), max(long, long), max(float, float), max(double, double).
                    new int[3].length()                   | The number of elements of an array is array.length, without parentheses.
                    int[] row = {1}; row.size()           | The number of elements of an array is array.length, without parentheses.
                    "abc".length                          | The number of characters of a text is text.length().
                    java.util.List.of(1).length           | The number of elements of a collection is collection.size().
                    "abc".push("d")                       | String has no method push; what it has is listed by Tab behind its dot.
                    Object thing = 3; thing.intValue()    | A value of type Object has no method intValue: say first what it is, as in ((Integer) value).intValue().
                    math.sqrt(4)                          | Did you mean Math?
                    boolean yes = True;                   | Write true.
                    bool no = false;                      | Write boolean.
                    console.log("x")                      | Write System.out.println(…).
                    newOne = 3                            | A new variable is declared with its type: int newOne = …, or var newOne = ….
                    String text = String("a");            | String.valueOf(…) makes one of another value.
                    enum Day { MON } Day day = MON;       | Did you mean Day.MON?
                    import java.util;                     | An import names a class, or with .* all classes of a package: import java.util.*;
                    import org.jsoup.Jsoup;               | No jar here has it; in a cell before: %maven org.jsoup:jsoup:1.21.2
                    java.util.List<int> list = null;      | In < > stand objects: write Integer in place of int.
                    new java.util.List<String>()          | List says only what it can do; write new ArrayList<>().
                    abstract class Shape { } new Shape()  | Make an object of a class that extends or implements Shape.
                    "a" - "b"                             | Texts are joined with + only. Put a sum into parentheses: "sum: " + (a - b); Integer.parseInt(…) makes a number of a text.
                    "a" * 3                               | "a".repeat(3) writes a text several times.
                    3 < counter < 10                      | Two comparisons are joined with &&: 3 < x && x < 10.
                    !counter                              | ! turns true into false, and this is neither: write n == 0 of a number.
                    for (int i : 5) { }                   | A for with : goes through an array or a list. To count write for (int i = 0; i < n; i++).
                    float f = 3.14;                       | A double does not fit into a float: write (float) before it to cut it down, f behind a number (3.14f), or make the variable a double.
                    int none = System.gc();               | The method is declared void and gives nothing back: call it on a line of its own, or, where it is yours, write the type that it returns in place of void.
                    int stop() { return; }                | The method returns a value: write it behind return.
                    throw "wrong";                        | The value is of type String, but Throwable is needed here. Write throw new RuntimeException("…");
                    int late() { return 1; counter++; }   | What stands before it never comes to an end here: look for a return, break, continue, throw or while (true).
                    void two() { int q = 1; int q = 2; }  | Choose another name, or leave the type out to give the variable that is there a new value.
                    void add() { int t = 0; java.util.List.of(1).forEach(v -> t += v); } | A lambda, or a class inside a method, may use a local variable only where nothing changes it later: copy it into a new one before. What it changes itself stands in an array, new int[1], in an AtomicInteger, or outside of the method as a variable of the cell.
                    void up() { final int top = 1; top = 2; } | It is final and keeps its first value. A record is changed by making a new one; else take final away.
                    "abc".value                           | It is private: only its own class may name it. Look for a public method that gives or changes it.
                    class Show { String toString() { return ""; } } | Write public before it: what is public above stays public below.
                    class Name { @Override public String tostring() { return ""; } } | Nothing above has a method of this name with these parameters: look at its spelling and its types, or take @Override away.
                    interface Can { int f() { return 1; } } | A method with a body is written with default before it in an interface.
                    class Half { int f(); }               | Write its body: { … } in place of the semicolon; or abstract before it, and before its class.
                    try { counter++; } catch (java.io.IOException e) { } | Nothing in the block of the try throws it: take the catch away, or catch Exception.
                    try { counter++; }                    | Write behind its block: catch (Exception e) { … }.
                    int[] both = new int[3]{1, 2, 3};     | Write the number or the values, not both: new int[3], or new int[]{1, 2, 3}.
                    String path = "C:\\Users";             | A \\ in a text is written twice: "C:\\\\folder". A path may be written with / on every system.
                    String open = "hello;                 | A text ends in the line it begins in: write the closing ", or \"\"\" for several lines.
                    char none = '';                       | Single quotes hold one character; a text without any is "".
                    null.length()                         | null is no object, and has no methods.
                    int ten() { retrun 10; }              | Did you mean return?
                    int sum(int a) { int s = a; retrun s; } | Did you mean return?
                    pubilc int wide = 5;                  | Did you mean public?
                    static { counter++; }                 | A static block stands inside of a class; the lines of a cell run as they are: write them without static { }.
                    break;                                | break ends a loop or a case of a switch; a cell ends by itself.
                    return 5;                             | A cell is no method: its value is its last line, written without return and without semicolon.
                    void out() { void in() { } }          | Close the method before it with } first: methods stand side by side.
                    void out() { int in(int x) { return x; } } | Close the method before it with } first: methods stand side by side.
                    int n = 1; /* never closed            | Write */ where it ends.
                    int none = 12_;                       | In a number an underscore stands between two digits: 1_000_000.
                    long hex = 0x_FF;                     | In a number an underscore stands between two digits: 1_000_000.
                    System.println("x");                  | Write System.out.println(…).
                    err.println("x");                     | Write System.err.println(…).
                    half({1, 2})                          | Values in { } alone stand only in a declaration; given to a method, they have the array's type before them: new int[]{1, 2}.
                    java.util.List.of("b").stream().sorted((a, b) -> a - b) | Texts are compared by a.compareTo(b).
                    $900                                  | $900 is the value of cell 900, which gave none, or has not run.
                    class Count { int n; static void up() { n++; } } | n belongs to an object, and what is static to none: take static away, or write an object before it, object.n.
                    class Prog { int n; public static void main(String[] a) { n = 3; } } | n belongs to an object, and what is static to none: make n static, or write an object before it, object.n.
                    class Self { int n; public static void main(String[] a) { this.n = 3; } } | A static method belongs to no object, so there is no this in it: make an object in it with new.
                    class Held { int n; } Held.n = 3;     | It belongs to an object: write one before the dot, made with new.
                    class Asked { void a() { } } Asked.a(); | It belongs to an object: call it on one, made with new.
                    Comparator.reversed()                 | It turns the order of a comparator that is there: Comparator.comparing(x -> …).reversed(); Comparator.reverseOrder() is the one from large to small.
                    Runnable.run()                        | It belongs to an object: call it on one of type Runnable.
                    class Twice { int x; int x; }         | Choose another name, or take one away.
                    enum Coins { PENNY, PENNY }           | Choose another name, or take one away.
                    Integer.MAX                           | Did you mean MAX_VALUE?
                    java.util.List.of(1).SIZE             | Did you mean size?
                    Math.max(a: 1, b: 2)                  | Write the values alone, in the order in which they are taken: f(1, 2).
                    for (int i of new int[3]) { }         | A for has a colon: for (var x : values) { … }.
                    java.util.List.of("a").stream().map(w -> { w.length(); }).toList() | In { } a lambda gives its value by return: -> { return …; }.
                    java.util.List.of("a").stream().mapToInt(w -> { w.length(); }).sum() | In { } a lambda gives its value by return: -> { return …; }.
                    java.util.List.of(1).stream().map(w -> { if (w > 1) return 1; }) | In { } each way through a lambda ends with return and a value, or none does.
                    """)
    void aMistakeIsAnsweredWithWhatToDo(String code, String advice) {
        assertThat(cells.failure(code)).contains("\n    Hint: " + advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    int[] a = {1, 2, 3}; a[3]             | Places are counted from 0: with 3 the last one is 2.
                    int[] none = {}; none[0]              | It is empty: there is no place in it yet.
                    java.util.List.of(1, 2).get(2)        | Places are counted from 0: with 2 the last one is 1.
                    new java.util.ArrayList<Integer>().get(0) | It is empty: there is no place in it yet.
                    "abc".substring(2, 9)                 | Places are counted from 0, the end is not part of it, and may be 3 at most.
                    String none = null; none.length()     | none is null: give it a value before, or ask if (none != null).
                    System.console().readLine() | A notebook has no console: ask with Input.read("Name: "), or Input.password("Password: ").
                    System.getProperty("nowhere").length() | The method gave null: keep its value in a variable, and ask if (value != null) before it is used.
                    java.util.Map<String, Integer> map = new java.util.HashMap<>(); int k = map.get("k"); | A map gives null for a key that it has not: map.getOrDefault(key, 0) gives a value of yours.
                    Object o = "7"; Integer i = (Integer) o; | A cast changes no value: Integer.parseInt(…) makes a number of a text.
                    Object p = 7; String s = (String) p;  | A cast changes no value, and this one is of type Integer: ask before it, if (value instanceof String) …
                    throw new IllegalStateException(new java.io.IOException("Offline mode is enabled.")); | DJL fetches nothing until it is asked to: System.setProperty("ai.djl.offline", "false") lets it use the network.
                    Integer.parseInt("abc")               | 'abc' is no whole number.
                    Integer.parseInt("3.5")               | It has a point: Double.parseDouble(…) reads it.
                    Integer.parseInt(" 3")                | There are blanks around the number: text.strip() takes them away.
                    Integer.parseInt("3000000000")        | It is too large for an int: Long.parseLong(…) reads it.
                    Integer.parseInt("")                  | The text is empty.
                    Double.parseDouble("3,5")             | It has a comma: text.replace(",", ".") makes a point of it.
                    Double.parseDouble("abc")             | 'abc' is no number.
                    new java.util.Scanner("abc").nextInt() | What comes next is no number of that kind: ask hasNextInt() or hasNextDouble() first, or read any text with next().
                    new java.util.Scanner("").nextLine()  | There is no more to read: ask hasNext() or hasNextLine() first.
                    java.util.Optional.empty().get()      | The Optional is empty: orElse(…) gives a value for that case.
                    new java.util.ArrayDeque<String>().pop() | There is no element left: ask isEmpty() or hasNext() first.
                    var l = new java.util.ArrayList<>(java.util.List.of(1, 2, 3)); for (var e : l) { l.remove(e); } | A collection must not change while it is gone through: list.removeIf(x -> …) takes elements out, or go through a copy: new ArrayList<>(list).
                    java.util.List.of(1).add(2);          | What List.of, Set.of, Map.of, copyOf, toList() and Collections.unmodifiable… make cannot be changed: new ArrayList<>(list) is a copy of a list that can, new HashSet<>(set) one of a set.
                    java.util.Arrays.asList(1).add(2);    | A list made by Arrays.asList, Collections.emptyList or nCopies keeps its length: new ArrayList<>(list) is a copy that grows.
                    1 / (counter - counter)               | A whole number cannot be divided by 0: ask first, as in if (n != 0) …
                    new int[-1]                           | An array has 0 or more elements, not -1.
                    int deep(int n) { return deep(n + 1) + 1; } deep(1) | Calls go deeper than there is room for: what ends them is missing, is never met, or is met too late. Print what deep is given; a loop goes as far as it must.
                    String.format("%d", 3.5)              | %d cannot show a value of type Double: write %f or %.2f.
                    String.format("%f", 3)                | %f cannot show a value of type Integer: write %d, or give it a double, as in 1.0 * n.
                    String.format("%d %d", 3)             | The text asks for more values than stand behind it: one for each %.
                    String.format("%y", 3)                | Behind % stands what is shown: %d a whole number, %.2f a double, %s anything, %n a new line, %% a percent sign.
                    Files.readString(Path.of("nowhere"))  | A path without / at its beginning starts in the folder that Path.of("").toAbsolutePath() shows.
                    new javax.swing.JFrame("x")           | A kernel opens no windows. A chart, a picture or a table is shown as the value of a cell, widgets are buttons and sliders in the notebook, and Input.read("…") asks for a line.
                    Thread.State.valueOf("SLEEPY")        | State has no SLEEPY: State.values() are all that it has.
                    try { Integer.parseInt("x"); } catch (Exception e) { throw new RuntimeException(e); } | 'x' is no whole number.
                    """)
    void whatRunsIntoAnExceptionIsToldWhatToDo(String code, String advice) {
        assertThat(cells.failure(code)).endsWith("\n    Hint: " + advice);
    }

    @org.junit.jupiter.api.Test
    void anExceptionOfNobodysKnowledgeHasNoHint() {
        assertThat(cells.failure("throw new IllegalStateException(\"x\");"))
                .isEqualTo(
                        "IllegalStateException: x\n  cell 1, line 1\n→ throw new IllegalStateException(\"x\");"
                                .replace("cell 1", "cell " + cells.count()));
    }

    @Test
    void whatAFailedInitialiserLeavesIsToldInALine() {
        assertThat(cells.failure("int whole = 7; int total = 1 / 0; int more = 3;"))
                .contains("\n    total is declared and still 0: its initialiser failed\n")
                .doesNotContain("whole is", "more is");
        assertThat(cells.value("total")).isEqualTo("0");
        assertThat(cells.failure("String title = \"\".substring(3);"))
                .contains("title is declared and still null: its initialiser failed");
        cells.value("int kept = 5;");
        assertThat(cells.failure("int fresh = 1;\nkept = 1 / 0;\nint later = 2;"))
                .doesNotContain("initialiser");
        assertThat(
                        cells.failure(
                                "Object none = new Object() { { if (counter > 0) throw new Error(); } };"))
                .contains("none is declared and still null");
    }

    @org.junit.jupiter.api.Test
    void theSameAdviceIsGivenOnce() {
        assertThat(cells.failure("conter + conter"))
                .containsOnlyOnce("Hint: Did you mean counter?");
    }

    @Test
    void whatALibraryDidWrongIsNotTheUsersToMend() {
        assertThat(cells.failure("new org.objectweb.asm.ClassReader(new byte[0])"))
                .startsWith("ArrayIndexOutOfBoundsException: ")
                .doesNotContain("Hint");
    }

    @Test
    void aParameterOfAConstructorThatIsNoFieldIsToBeOne() {
        cells.run(
                "class Owned { Owned(String owner) { } void hi() { System.out.println(owner); } }");
        assertThat(cells.printed())
                .contains(
                        "declare a field of that name in the class, and write this.owner = owner;");
    }

    @Test
    void aMethodOfACellIsNotNamedAsOneOfObject() {
        assertThat(cells.failure("String toString() { return \"x\"; }"))
                .contains("give it another name, or declare it in a class");
    }
}

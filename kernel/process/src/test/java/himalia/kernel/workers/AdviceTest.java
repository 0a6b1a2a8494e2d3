package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
                    System.out.println(1                  | The cell ends before a ( that was opened is closed.
                    int n = "7";                          | The value is of type String, but int is needed here. Integer.parseInt(…) makes a number of a text.
                    String s = 7;                         | The value is of type int, but String is needed here. String.valueOf(…) makes a text of a number.
                    int whole = 3.5;                      | A double does not fit into a int: write (int) before it to cut it down, or make the variable a double.
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
                    nowhere.at.all()                      | Nothing named nowhere was declared; run the cell that declares it first.
                    }                                     | There is a } that closes nothing.
                    counter.length()                      | A value of a primitive type, such as int, has no methods; String.valueOf(…) makes a text of it.
                    char two = 'ab';                      | Single quotes hold one character; a text is written in double quotes.
                    void give() { return 1; }             | The method is declared void: write the type that it returns in place of void.
                    Math.abs?                             | For the documentation of a name press Shift+Tab behind it.
                    Color red = null;                     | Color is not imported. Write above: import java.awt.Color;
                    void read() { Files.readString(Path.of("x")); } | This may throw IOException: put it into try { … } catch (IOException e) { … }, or write 'throws IOException' after the method's parameters.
                    int none() { }                        | Every way through a method that returns a value must reach a return.
                    void show() { int x; System.out.println(x); }   | Give the variable a value before it is read: where it is declared, or on every way to here.
                    _                                     | _ alone is no name in Java; $ is the value of the last cell.
                    var v;                                | var takes its type from the value: write one, or name the type instead of var.
                    long big = 12345678901;               | A number this large is a long: write L after its digits.
                    class Job implements Runnable { }     | Write the method it names, or make the class abstract.
                    """)
    void aMistakeIsAnsweredWithWhatToDo(String code, String advice) {
        assertThat(cells.failure(code)).contains("\n    Hint: " + advice);
    }

    @org.junit.jupiter.api.Test
    void theSameAdviceIsGivenOnce() {
        assertThat(cells.failure("conter + conter"))
                .containsOnlyOnce("Hint: Did you mean counter?");
    }
}

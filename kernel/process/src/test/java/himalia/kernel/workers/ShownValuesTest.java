package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Shift+Tab says that variables hold, whatever their objects do when they are asked. */
@Timeout(120)
class ShownValuesTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value("int number = 5;");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static String inspect(String code) {
        return cells.help().inspect(code, code.length(), false).orElseThrow().text();
    }

    /** The first one after a while only: nobody waits for it so long. */
    private static void awaitNumber() throws InterruptedException {
        while (!inspect("number").equals("int number = 5")) {
            Thread.sleep(50);
        }
    }

    private static String threads() {
        return cells.value(
                """
                Thread.getAllStackTraces().entrySet().stream()
                        .filter(each -> each.getKey().getName().equals("himalia-values"))
                        .flatMap(each -> Stream.of(each.getValue()))
                        .filter(each -> each.getMethodName().equals("toString"))
                        .count()
                """);
    }

    @Test
    void aTextThatDoesNotEndIsEndedAndTheNextOneIsShown() throws Exception {
        cells.value(
                """
                class Slow { public String toString() { while (true) { } } }
                Slow slow = new Slow();
                """);
        assertThat(inspect("slow")).isEqualTo("Slow slow");
        awaitNumber();
        assertThat(threads()).isEqualTo("0");
    }

    @Test
    void oneThatWaitsOrLoopsInALibraryIsEndedToo() throws Exception {
        cells.value(
                """
                class Waits { public String toString() { LockSupport.park(); return toString(); } }
                class Counts { public String toString() { return "" + Stream.iterate(1, x -> x).count(); } }
                var waits = new Waits();
                var counts = new Counts();
                """
                        .replace("LockSupport", "java.util.concurrent.locks.LockSupport"));
        assertThat(inspect("waits")).isEqualTo("Waits waits");
        awaitNumber();
        assertThat(inspect("counts")).isEqualTo("Counts counts");
        awaitNumber();
        while (!threads().equals("0")) {
            Thread.sleep(50);
        }
    }

    @Test
    void oneThatCannotBeEndedIsLeftAloneAndAThreadOfTheUsersIsNotEndedWithIt() throws Exception {
        cells.value(
                """
                class Stubborn {
                    static volatile boolean goes = true;
                    static volatile boolean ended;
                    static void beat() { while (goes) { Thread.onSpinWait(); } }
                    public String toString() {
                        while (goes) {
                            try { Thread.sleep(10); } catch (Throwable e) { }
                        }
                        return "at last";
                    }
                }
                var beats = new Thread(() -> { try { Stubborn.beat(); } finally { Stubborn.ended = true; } });
                beats.start();
                var stubborn = new Stubborn();
                """);
        assertThat(inspect("stubborn")).isEqualTo("Stubborn stubborn");
        awaitNumber();
        assertThat(cells.value("Stubborn.ended")).isEqualTo("false");
        cells.value("Stubborn.goes = false;");
        awaitNumber();
    }

    @Test
    void aClassIsNotSpoiledThatATextInitialises() throws Exception {
        cells.value(
                """
                class Late { static int n = 3; static { try { Thread.sleep(2500); } catch (InterruptedException e) { throw new IllegalStateException(e); } } }
                class AsksLate { public String toString() { return "n = " + Late.n; } }
                var late = new AsksLate();
                """);
        assertThat(inspect("late")).isEqualTo("AsksLate late");
        assertThat(cells.value("Late.n")).isEqualTo("3");
        awaitNumber();
    }

    @Test
    void whatATextPrintsWhenItIsAskedForIsNotTheCells() throws Exception {
        cells.value(
                """
                class Loud { public String toString() { System.out.println("side"); return "loud"; } }
                var loud = new Loud();
                """);
        assertThat(inspect("loud")).isEqualTo("Loud loud = loud");
        cells.value("System.out.println(\"cell\"); System.out.flush();");
        Thread.sleep(200);
        assertThat(cells.printed()).contains("cell").doesNotContain("side");
        assertThat(cells.value("loud")).isEqualTo("loud");
        Thread.sleep(200);
        assertThat(cells.printed()).contains("side");
    }
}

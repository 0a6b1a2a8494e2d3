package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What libraries see of types that cells declare: as in JShell, classes inside another, under the names that are written. */
@Timeout(60)
class NamesOfTypesTest {
    private static final String DECLARATIONS =
            "class Book { class Page {} static class Cover {} } record Point(int x) {} enum Colour { RED } interface Shape {}";

    @Test
    void theSimpleNameIsTheOneWritten() {
        try (var worker = new TestWorker()) {
            var outcome = worker.run(DECLARATIONS);
            assertThat(outcome.toString()).startsWith("Finished");
            for (var name :
                    new String[] {"Book", "Book.Page", "Book.Cover", "Point", "Colour", "Shape"}) {
                assertThat(worker.value(name + ".class.getSimpleName()"))
                        .isEqualTo(name.substring(name.indexOf('.') + 1));
                // Jackson and others make objects of static members only.
                assertThat(worker.value(name + ".class.isMemberClass()")).isEqualTo("true");
            }
            assertThat(
                            worker.value(
                                    "java.lang.reflect.Modifier.isStatic(Book.class.getModifiers()) && java.lang.reflect.Modifier.isPublic(Book.class.getModifiers())"))
                    .isEqualTo("true");
            assertThat(worker.value("Book.class.getName().endsWith(\"$Book\")")).isEqualTo("true");
        }
    }
}

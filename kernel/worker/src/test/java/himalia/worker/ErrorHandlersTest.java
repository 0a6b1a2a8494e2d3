package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;

class ErrorHandlersTest {
    private final ErrorHandlers handlers = new ErrorHandlers();
    private final Label start = new Label();
    private final Label end = new Label();
    private final Label handler = new Label();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/lang/OutOfMemoryError",
                "java/lang/VirtualMachineError",
                "java/lang/Error"
            })
    void whatIsTriedBeginsOnceAndEnds(String caught) {
        handlers.add(start, end, handler, caught);
        assertThat(handlers.isTried()).isFalse();
        handlers.passes(start);
        assertThat(handlers.begins()).isTrue();
        assertThat(handlers.begins()).isFalse();
        assertThat(handlers.isTried()).isTrue();
        handlers.passes(end);
        assertThat(handlers.isTried()).isFalse();
        assertThat(handlers.isInOne()).isFalse();
        handlers.passes(handler);
        assertThat(handlers.isInOne()).isTrue();
    }

    @Test
    void oneInAnotherEndsAlone() {
        var inside = new Label();
        var insideEnd = new Label();
        handlers.add(inside, insideEnd, handler, "java/lang/Error");
        handlers.add(start, end, handler, "java/lang/Error");
        handlers.passes(start);
        handlers.passes(inside);
        handlers.passes(insideEnd);
        assertThat(handlers.isTried()).isTrue();
        handlers.passes(end);
        assertThat(handlers.isTried()).isFalse();
    }

    @Test
    void whatCatchesOtherThingsIsNone() {
        handlers.add(start, end, handler, "java/io/IOException");
        handlers.add(start, end, new Label(), "java/lang/Throwable");
        handlers.add(start, end, new Label(), null);
        handlers.passes(start);
        assertThat(handlers.isTried()).isFalse();
        assertThat(handlers.begins()).isFalse();
    }
}

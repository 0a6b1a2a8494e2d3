package himalia.display.grid;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.PlainText;
import himalia.display.bundle.Renderer;
import java.util.Arrays;

/** Shows matrices and arrays of records as tables, any other array as text. */
public final class ArrayRenderer implements Renderer<Object[]> {
    @Override
    public Class<Object[]> type() {
        return Object[].class;
    }

    @Override
    public MimeBundle render(Object[] array) {
        return NestedArrays.source(array)
                .or(() -> Lists.source(Arrays.asList(array)))
                .map(source -> Grid.of(source).bundle())
                .orElseGet(() -> MimeBundle.plain(PlainText.of(array)));
    }
}

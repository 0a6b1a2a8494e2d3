package himalia.magics.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a magic gets whose cell is SQL: the text, the values of the Java in its braces, and the variables of the notebook that
 * it names. {@code CellMagic<SqlBody, Table>} is such a magic.
 *
 * <p>For {@code select name from people where age > {limit}} the pieces are the text up to the brace, the {@link MagicCatalog.Value} of
 * {@code limit}, and the rest; the variables are {@code people}, if the notebook has one of that name.
 */
public final class SqlBody {
    private final List<Object> pieces = new ArrayList<>();
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    /** Adds a text: what a cell becomes calls this. */
    public SqlBody text(String sql) {
        pieces.add(sql);
        return this;
    }

    /** Adds a value: what a cell becomes calls this. */
    public SqlBody value(MagicCatalog.Value value) {
        pieces.add(value);
        return this;
    }

    /** Adds a variable that the text names: what a cell becomes calls this. */
    public SqlBody variable(String name, @Nullable Object value) {
        variables.put(name, value);
        return this;
    }

    /** Returns texts, as {@code String}, and {@link MagicCatalog.Value}s, in their order. */
    public List<Object> pieces() {
        return List.copyOf(pieces);
    }

    /** Returns the variables of the notebook that the text names, whatever they are. */
    public Map<String, @Nullable Object> variables() {
        return new LinkedHashMap<>(variables);
    }
}

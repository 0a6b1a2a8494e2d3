package himalia.featurestore;

import static himalia.display.bundle.Given.given;

/**
 * What features are about, such as a driver, and the column that tells one from another.
 *
 * <pre>{@code
 * var driver = new Entity("driver", "driver_id");
 * }</pre>
 *
 * @param name what it is called
 * @param joinKey the column of that name in feature rows and in the rows that features are asked for
 */
public record Entity(String name, String joinKey) {
    public Entity {
        given(name, "name");
        given(joinKey, "joinKey");
        DefinitionNames.check("an entity", name);
        if (joinKey.isBlank()) {
            throw new IllegalArgumentException(
                    "the join key of entity '%s' is the name of a column, got ''".formatted(name));
        }
    }
}

package himalia.install.shown;

import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.samplers.RandomSearch;
import java.util.Map;

/**
 * Studies to be shown.
 *
 * @param text is a value, and what is thrown
 */
record ShownStudies(String text) {
    private Study study() {
        return Study.minimize(
                        SearchSpace.empty()
                                .log("rate", 0.01, 1)
                                .choice("kind", text, "other")
                                .when("kind", text, more -> more.whole("depth", 1, 5)),
                        new RandomSearch(42))
                .named(text);
    }

    /** Returns them by what they are. */
    Map<String, Object> all() {
        return Map.of(
                "study without trials",
                study(),
                "study that failed",
                study().run(
                                2,
                                trial -> {
                                    throw new IllegalStateException(text);
                                }),
                "study",
                study().run(12, trial -> trial.real("rate")));
    }
}

package himalia.kernel.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The libraries that textbooks use most, by the packages that they are imported with. */
final class WhereToGet {
    /** The annotations that need no library and no import. */
    private static final List<String> ANNOTATIONS =
            List.of(
                    "Override",
                    "FunctionalInterface",
                    "Deprecated",
                    "SuppressWarnings",
                    "SafeVarargs");

    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("org.junit.jupiter", "org.junit.jupiter:junit-jupiter:5.13.4");
        LIBRARIES.put("org.junit", "junit:junit:4.13.2");
        LIBRARIES.put("org.hamcrest", "org.hamcrest:hamcrest:3.0");
        LIBRARIES.put("org.assertj", "org.assertj:assertj-core:3.27.6");
        LIBRARIES.put("org.mockito", "org.mockito:mockito-core:5.20.0");
        LIBRARIES.put("com.google.common", "com.google.guava:guava:33.5.0-jre");
        LIBRARIES.put("com.google.gson", "com.google.code.gson:gson:2.15.0");
        LIBRARIES.put(
                "com.fasterxml.jackson", "com.fasterxml.jackson.core:jackson-databind:2.20.0");
        LIBRARIES.put("org.apache.commons.lang3", "org.apache.commons:commons-lang3:3.19.0");
        LIBRARIES.put("org.json", "org.json:json:20250517");
        LIBRARIES.put("org.jsoup", "org.jsoup:jsoup:1.21.2");
    }

    private static final Set<String> JUNIT =
            Set.of("Test", "BeforeEach", "AfterEach", "BeforeAll", "AfterAll", "Assertions");

    private WhereToGet() {}

    /** Returns which of those that need no import is meant by one that is not there. */
    static Optional<String> nearestAnnotation(String name) {
        return Slip.nearest(name, ANNOTATIONS).map(each -> "Did you mean @" + each + "?");
    }

    /** Returns where JUnit's annotations come from, which textbooks write without a word. */
    static Optional<String> annotation(String name) {
        return JUNIT.contains(name)
                ? library("org.junit.jupiter")
                        .map(
                                each ->
                                        "It is JUnit's: %maven "
                                                + each
                                                + ", then import org.junit.jupiter.api.*;")
                : Optional.empty();
    }

    /** Returns what to do about a package that is not here. */
    static Optional<String> of(String packageName) {
        return library(packageName)
                .map(each -> "No jar here has it; in a cell before: %maven " + each);
    }

    /** Returns the library that a package is of, as %maven takes it. */
    static Optional<String> library(String packageName) {
        return LIBRARIES.keySet().stream()
                .filter(each -> packageName.equals(each) || packageName.startsWith(each + "."))
                .findFirst()
                .map(LIBRARIES::get);
    }
}

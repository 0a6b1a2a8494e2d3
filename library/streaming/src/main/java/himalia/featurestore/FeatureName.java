package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.util.regex.Pattern;

/**
 * A feature as it is asked for: {@code view:feature}, or {@code view:feature as name}.
 *
 * @param called the column that it becomes
 */
record FeatureName(String view, String feature, String called) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([^:\\s]+)\\s*:\\s*(.+?)(?:\\s+as\\s+(.+?))?\\s*");

    static FeatureName of(String written) {
        given(written, "a feature", "name it as view:feature");
        var found = FORM.matcher(written);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no feature; it is written as view:feature, or view:feature as name"
                            .formatted(written));
        }
        var called = found.group(3) == null ? found.group(2) : found.group(3);
        return new FeatureName(found.group(1), found.group(2), called);
    }

    /** True for what is a feature's name, and not a service's. */
    static boolean isOne(String written) {
        return written.contains(":");
    }

    /** As Feast names columns when views share names of features. */
    FeatureName full() {
        return new FeatureName(view, feature, view + "__" + feature);
    }

    @Override
    public String toString() {
        return view + ":" + feature;
    }
}

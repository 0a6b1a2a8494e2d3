package jupyter;

import java.util.Map;

/** Stands where jvm-repr's class of this name stands: its artifact is in no repository that builds can reach. */
public final class Displayers {
    private Displayers() {}

    public static Map<String, String> display(Object value) throws InterruptedException {
        if (value instanceof StringBuffer text) {
            if (text.indexOf("slow") == 0) {
                Thread.sleep(60_000);
            }
            throw new AssertionError(text);
        }
        return value instanceof StringBuilder
                ? Map.of("text/html", "<b>built</b>", "text/plain", "built")
                : Map.of("text/plain", String.valueOf(value));
    }
}

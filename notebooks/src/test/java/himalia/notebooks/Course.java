package himalia.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The notebooks of the course, in order. */
final class Course {
    private Course() {}

    static List<Path> notebooks() throws IOException {
        var root = Path.of("").toAbsolutePath();
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .map(root::relativize)
                    .filter(file -> !file.startsWith("target"))
                    .sorted()
                    .toList();
        }
    }

    /** True for the shop window, the one notebook that keeps its outputs. */
    static boolean keepsOutputs(Path notebook) {
        return notebook.toString().equals("00-first-look.ipynb");
    }

    static boolean isGallery(Path notebook) {
        return notebook.startsWith("gallery");
    }
}

package himalia.install.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Code on a page of the guide: a block, or a recipe of a table whose second column is headed {@code here}.
 *
 * @param picture the file that the page shows beside it or below it, or empty
 */
record GuideCode(String text, String picture) {
    private static final Pattern RECIPE = Pattern.compile("`([^`]+)`");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");

    /** Returns all of it, from above. */
    static List<GuideCode> of(String page) {
        var all = new ArrayList<GuideCode>();
        boolean recipes = false;
        StringBuilder block = null;
        for (var line : page.lines().toList()) {
            if (block != null) {
                if (line.equals("```")) {
                    all.add(new GuideCode(block.toString().strip(), ""));
                    block = null;
                } else {
                    block.append(line).append('\n');
                }
            } else if (line.equals("```java")) {
                block = new StringBuilder();
            } else if (line.startsWith("|")) {
                var columns = line.split(" \\| ?");
                recipes |= columns.length > 1 && columns[1].equals("here");
                if (recipes && columns.length > 1) {
                    addRecipes(columns[1], line, all);
                }
            } else {
                recipes = false;
                if (line.startsWith("<img")) {
                    var last = all.remove(all.size() - 1);
                    all.add(new GuideCode(last.text(), picture(line)));
                }
            }
        }
        return all;
    }

    private static void addRecipes(String column, String line, List<GuideCode> all) {
        var picture = picture(line);
        for (var found : RECIPE.matcher(column).results().toList()) {
            all.add(new GuideCode(found.group(1), picture));
            picture = "";
        }
    }

    private static String picture(String line) {
        return PICTURE.matcher(line).results().findFirst().map(found -> found.group(1)).orElse("");
    }
}

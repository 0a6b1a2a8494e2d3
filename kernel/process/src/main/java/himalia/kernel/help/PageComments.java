package himalia.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The comments in a page that javadoc made, of whichever JDK: their HTML is what a comment holds too. */
final class PageComments implements LibraryDocs.Comments {
    private static final Pattern PLACE =
            Pattern.compile("<(?:section|a)\\b[^>]*?\\b(?:id|name)=\"([^\"]+)\"");
    private static final Pattern BLOCK = Pattern.compile("(?s)<div class=\"block\">(.*?)</div>");

    private final String page;
    private final List<Detail> details = new ArrayList<>();

    PageComments(String page) {
        this.page = page;
        var matcher = PLACE.matcher(page);
        while (matcher.find()) {
            details.add(new Detail(matcher.group(1), matcher.start()));
        }
    }

    /** A member's part of the page. */
    private record Detail(String id, int start) {
        /** {@code toJson(java.lang.Object)}, once {@code toJson-java.lang.Object-}. */
        boolean is(MemberSignature signature) {
            var text = id.indexOf('(') < 0 ? id.replaceFirst("-", "(").replace('-', ',') : id;
            int open = text.indexOf('(');
            if (open < 0) {
                return text.equals(signature.member()) && signature.parameters().isEmpty();
            }
            var name = text.substring(0, open).replace("%3Cinit%3E", "&lt;init&gt;");
            boolean same =
                    name.equals(signature.member())
                            || name.equals("&lt;init&gt;")
                                    && signature.type().endsWith(signature.member())
                            || name.equals("<init>")
                                    && signature.type().endsWith(signature.member());
            var types = new ArrayList<String>();
            for (var each : text.substring(open + 1).replace(")", "").split(",")) {
                if (!each.isEmpty()) {
                    types.add(MemberSignature.simple(each.replace(":A", "[]")));
                }
            }
            return same && signature.parameters().equals(Optional.of(List.copyOf(types)));
        }
    }

    @Override
    public String comment(String type, MemberSignature of) {
        if (of.member().isEmpty()) {
            return block(page);
        }
        for (int i = 0; i < details.size(); i++) {
            if (details.get(i).is(of)) {
                int end = i + 1 < details.size() ? details.get(i + 1).start() : page.length();
                return block(page.substring(details.get(i).start(), end));
            }
        }
        return "";
    }

    private static String block(String html) {
        var matcher = BLOCK.matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public List<String> above(String type) {
        return List.of();
    }
}

package io.github.camelnetsuite.examples.flows.orders;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/** Tells an order that came again from another one under the same number, which must not be taken for done. Stateless. */
public final class Duplicates {

    private static final Pattern MARK = Pattern.compile("\\[([0-9a-f]{12})]");

    /**
     * Lets an order pass whose record in NetSuite was made of the same content; also when that cannot be told, because somebody has
     * changed the memo.
     *
     * @param memo of the record that was found; null when none was
     * @throws UnmappableOrder when the content was another
     */
    public void judge(@Variable("order") ShopOrder order, @Variable("recordMemo") @Nullable String memo) {
        Matcher mark = MARK.matcher(memo == null ? "" : memo);
        if (mark.find() && !order.contentMark().equals(mark.group(1))) {
            throw new UnmappableOrder("NetSuite has the sales order " + order.externalId()
                    + " already, made of other content, and it was left as it is. If this is another order, it needs a number of"
                    + " its own; if it is a change, make it in NetSuite. Then delete this dead letter.");
        }
    }
}

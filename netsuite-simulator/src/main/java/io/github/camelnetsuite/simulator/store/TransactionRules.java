package io.github.camelnetsuite.simulator.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What NetSuite fills in or refuses on transactions and customers, as far as the sample company needs it. */
final class TransactionRules {

    private final Sql sql;
    private final Supplier<LocalDate> closedBefore;

    TransactionRules(Sql sql, Supplier<LocalDate> closedBefore) {
        this.sql = sql;
        this.closedBefore = closedBefore;
    }

    void beforeCreate(RecordType type, RecordChange change, long id, LocalDate today) {
        if (type.isTransaction()) {
            completeTransaction(type, change, id, today);
        } else if (type.group().equals("entity")) {
            completeEntity(type, change, id);
        }
        type.fields().stream()
                .filter(field ->
                        field.kind() == Field.Kind.BOOLEAN && !change.values().containsKey(field))
                .forEach(field -> change.set(field, "F"));
    }

    void beforeDelete(RecordType type, long id) {
        if (type.isTransaction()) {
            refuseClosedPeriod(type, dateOf(id));
        }
    }

    void beforeUpdate(RecordType type, RecordChange change, long id) {
        if (type.isTransaction()) {
            refuseClosedPeriod(type, dateOf(id));
            refuseClosedPeriod(type, change.value(type, "tranDate"));
        }
        if (type.isTransaction() && change.gives(type, "subsidiary") && !change.gives(type, "entity")) {
            Object entity =
                    sql.value("SELECT entity FROM transaction WHERE id = ?", id).orElseThrow();
            refuseOtherSubsidiary(type, change, entity);
        } else if (type.isTransaction() && change.gives(type, "entity")) {
            setSubsidiary(type, change);
        }
        if (change.value(type, "entityId") instanceof String name) {
            refuseTakenName(type, name, id);
        }
    }

    /** Amounts follow quantity and rate, and the total follows the amounts. */
    void afterLines(RecordType type, long id) {
        if (!type.isTransaction()) {
            return;
        }
        sql.update(
                "UPDATE transactionline l SET subsidiary = (SELECT t.x_subsidiary FROM transaction t WHERE t.id = ?)"
                        + " WHERE l.transaction = ?",
                id,
                id);
        if (type.name().equals("itemFulfillment")) {
            return;
        }
        sql.update(
                "UPDATE transactionline l SET rate = (SELECT p.unitprice FROM pricing p WHERE p.item = l.item AND p.pricelevel = 1)"
                        + " WHERE l.transaction = ? AND l.rate IS NULL AND l.foreignamount IS NULL",
                id);
        sql.update(
                "UPDATE transactionline SET foreignamount = quantity * rate WHERE transaction = ? AND foreignamount IS NULL",
                id);
        sql.update(
                "UPDATE transaction t SET foreigntotal = (SELECT SUM(l.foreignamount) FROM transactionline l"
                        + " WHERE l.transaction = t.id AND l.mainline = 'F') WHERE t.id = ?",
                id);
    }

    private void completeTransaction(RecordType type, RecordChange change, long id, LocalDate today) {
        List<RecordChange.Line> lines =
                type.sublist("item").map(change.lines()::get).orElse(List.of());
        if (lines == null || lines.isEmpty()) {
            throw RecordRefused.userError("You must enter at least one line item for this transaction.");
        }
        setSubsidiary(type, change);
        byDefault(type, change, "tranId", prefix(type) + String.format("%06d", id));
        byDefault(type, change, "tranDate", today);
        refuseClosedPeriod(type, change.value(type, "tranDate"));
        byDefault(
                type,
                change,
                "currency",
                ofCustomer("currency", change.value(type, "entity")).orElse(null));
        if (!change.gives(type, "orderStatus")) {
            type.field("status").ifPresent(field -> change.set(field, firstStatus(type)));
        }
    }

    private @Nullable Object dateOf(long transaction) {
        return sql.value("SELECT trandate FROM transaction WHERE id = ?", transaction)
                .orElse(null);
    }

    /** Orders post nothing, so no period is closed to them. */
    private void refuseClosedPeriod(RecordType type, @Nullable Object date) {
        if (type.isPosting()
                && date != null
                && LocalDate.parse(date.toString().substring(0, 10)).isBefore(closedBefore.get())) {
            throw new RecordRefused(
                    RecordRefused.Reason.CLOSED_PERIOD,
                    "Error while accessing a resource. You cannot create or change this transaction, because its"
                            + " accounting period is closed.",
                    "");
        }
    }

    private void setSubsidiary(RecordType type, RecordChange change) {
        Object entity = change.value(type, "entity");
        refuseOtherSubsidiary(type, change, entity);
        byDefault(type, change, "subsidiary", ofCustomer("subsidiary", entity).orElse(null));
    }

    private void refuseOtherSubsidiary(RecordType type, RecordChange change, @Nullable Object entity) {
        Object given = change.value(type, "subsidiary");
        Object customers = ofCustomer("subsidiary", entity).orElse(null);
        if (given != null && !given.equals(customers)) {
            throw new RecordRefused(
                    RecordRefused.Reason.OTHER_SUBSIDIARY,
                    "Error while accessing a resource. Invalid subsidiary reference key " + given + " for entity "
                            + entity + ".",
                    "");
        }
    }

    private void completeEntity(RecordType type, RecordChange change, long id) {
        if (type.field("companyName").isPresent()) {
            refuseNameless(type, change);
        }
        byDefault(type, change, "entityId", entityPrefix(type) + String.format("%05d", id));
        refuseTakenName(type, String.valueOf(change.value(type, "entityId")), id);
        byDefault(
                type,
                change,
                "currency",
                sql.value("SELECT currency FROM subsidiary WHERE id = ?", change.value(type, "subsidiary"))
                        .orElse(null));
    }

    private static void refuseNameless(RecordType type, RecordChange change) {
        boolean person = "T".equals(change.value(type, "isPerson"));
        if (person && !(change.gives(type, "firstName") && change.gives(type, "lastName"))) {
            throw RecordRefused.userError("Please enter value(s) for: First Name, Last Name");
        }
        if (!person && !change.gives(type, "companyName")) {
            throw RecordRefused.userError("Please enter value(s) for: Company Name");
        }
    }

    private static String entityPrefix(RecordType type) {
        return switch (type.name()) {
            case "vendor" -> "VEND";
            case "employee" -> "EMP";
            case "contact" -> "CONT";
            default -> "CUST";
        };
    }

    private void refuseTakenName(RecordType type, String name, long id) {
        if (sql.value("SELECT id FROM " + type.table() + " WHERE UPPER(entityid) = UPPER(?) AND id <> ?", name, id)
                .isPresent()) {
            throw RecordRefused.userError("A " + type.name() + " record with this ID already exists."
                    + " You must enter a unique " + type.name() + " ID for each record you create.");
        }
    }

    private Optional<Object> ofCustomer(String column, @Nullable Object customer) {
        return sql.value("SELECT " + column + " FROM customer WHERE id = ?", customer);
    }

    private static void byDefault(RecordType type, RecordChange change, String name, @Nullable Object value) {
        if (!change.gives(type, name)) {
            type.field(name).ifPresent(field -> change.set(field, value));
        }
    }

    private static String firstStatus(RecordType type) {
        return switch (type.name()) {
            case "itemFulfillment" -> "C";
            case "invoice" -> "A";
            default -> "B";
        };
    }

    private static String prefix(RecordType type) {
        return switch (type.name()) {
            case "itemFulfillment" -> "IF";
            case "invoice" -> "INV";
            default -> "SO";
        };
    }
}

package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of each shape of error body. What a server says ends in logs and terminals. */
class ErrorBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u0085", "\\u009b", "\\u2028", "\\u2029", "\\u202e", "\\ud800"})
    void whatCouldForgeALineOrCommandATerminalBecomesASpace(String escape) {
        ErrorBody error = ErrorBody.read("{\"title\": \"No record" + escape + "INFO all is well\"}");

        assertThat(error.detail()).isEqualTo("No record INFO all is well");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // REST web services
                "{'title':'Bad Request','status':400,'o:errorDetails':[{'detail':'No.','o:errorPath':'item.items[0].item','o:errorCode':'INVALID_CONTENT'}]} ~ INVALID_CONTENT ~ item.items[0].item ~ No. ~ REST",
                "{'o:errorDetails':[{'detail':'Bad query.','o:errorQueryParam':'q','o:errorCode':'INVALID_PARAMETER'}]} ~ INVALID_PARAMETER ~ q ~ Bad query. ~ REST",
                "{'o:errorDetails':[{'detail':'Bad header.','o:errorHeader':'Prefer','o:errorCode':'INVALID_HEADER'}]} ~ INVALID_HEADER ~ Prefer ~ Bad header. ~ REST",
                "{'o:errorDetails':[{'detail':'Bad URL.','o:urlPath':'/x','o:errorCode':'INVALID_REQUEST'}]} ~ INVALID_REQUEST ~ /x ~ Bad URL. ~ REST",
                "{'title':'Specified offset is out of bounds.','status':404,'o:errorCode':'NONEXISTENT_OFFSET'} ~ NONEXISTENT_OFFSET ~ ~ Specified offset is out of bounds. ~ REST",
                "{'title':'Bad Request','o:errorCode':'USER_ERROR','o:errorDetails':[{'detail':'Blocked.','o:errorCode':'CONCURRENCY_LIMIT_EXCEEDED'}]} ~ CONCURRENCY_LIMIT_EXCEEDED ~ ~ Blocked. ~ REST",
                "{'o:errorDetails':[{'detail':'One.','o:errorCode':'A'},{'detail':'Two.'},{'detail':'Three.'},{'detail':'Four.'}]} ~ A ~ ~ One. / Two. / Three. ~ REST",
                "{'title':'Unauthorized','status':401} ~ ~ ~ Unauthorized ~ REST",
                "{'error':'invalid_token','error_description':'Invalid login attempt.'} ~ invalid_token ~ ~ Invalid login attempt. ~ REST",
                // NetSuite's own sample of a 429: a comma is missing
                "{'title':'Bad Request','status':429 'o:errorDetails':[{'detail':'Request blocked.','o:errorCode':'CONCURRENCY_LIMIT_EXCEEDED'}]} ~ CONCURRENCY_LIMIT_EXCEEDED ~ ~ Request blocked. ~ REST",
                // RESTlets
                "{'error':{'code':'SSS_INVALID_SCRIPTLET_ID','message':'No such script.'}} ~ SSS_INVALID_SCRIPTLET_ID ~ ~ No such script. ~ RESTLET",
                "{'error' : {'code' : 'RCRD_DSNT_EXIST', 'message' : 'Ese registro no existe.'}} ~ RCRD_DSNT_EXIST ~ ~ Ese registro no existe. ~ RESTLET",
                "{'type':'error.SuiteScriptError','name':'RCRD_HAS_BEEN_CHANGED','message':'Record has been changed','stack':[]} ~ RCRD_HAS_BEEN_CHANGED ~ ~ Record has been changed ~ RESTLET",
                "{'code':'MY_OWN_CODE','message':'Refused by the script.'} ~ MY_OWN_CODE ~ ~ Refused by the script. ~ RESTLET",
                "<error><code>INVALID_RETURN_DATA_FORMAT</code><message>Wrong &amp; odd</message></error> ~ INVALID_RETURN_DATA_FORMAT ~ ~ Wrong & odd ~ RESTLET",
                "<?xml version='1.0'?><error><message>No code yet</message><code>LATE_CODE</code></error> ~ LATE_CODE ~ ~ No code yet ~ RESTLET",
                "<error><code>CUT_OFF</code><mess ~ CUT_OFF ~ ~ (no detail given) ~ RESTLET",
                "error code: UNEXPECTED_ERROR\\nerror message: Something broke ~ UNEXPECTED_ERROR ~ ~ Something broke ~ RESTLET",
                // Not NetSuite
                "<html><head><title>Access Denied</title></head></html> ~ ~ ~ (the answer is not JSON but a page titled 'Access Denied': a proxy or a maintenance page?) ~ PAGE",
                "<!DOCTYPE html><p>later</p> ~ ~ ~ (the answer is not JSON but a page: a proxy or a maintenance page?) ~ PAGE",
                "upstream connect error ~ ~ ~ (the answer is not JSON but 'upstream connect error': a proxy or a maintenance page?) ~ TEXT",
                "{'broken' ~ ~ ~ (the answer is not JSON: a proxy or a maintenance page?) ~ TEXT",
                "[1,2] ~ ~ ~ (the answer has no body that explains it) ~ NONE",
                "'' ~ ~ ~ (the answer has no body that explains it) ~ NONE",
                "{} ~ ~ ~ (no detail given) ~ REST"
            })
    void eachShapeIsRead(String body, String code, String path, String detail, ErrorBody.Shape shape) {
        ErrorBody error = ErrorBody.read(body.replace('\'', '"').replace("\\n", "\n"));

        assertThat(error).isEqualTo(new ErrorBody(code, path, detail, shape));
    }

    @Test
    void nothingIsNothing() {
        assertThat(ErrorBody.read(" \n").shape()).isEqualTo(ErrorBody.Shape.NONE);
    }

    @Test
    void aScriptErrorWithinTheMessageOfAnotherIsTheOneMeant() {
        ErrorBody error = ErrorBody.read("{\"error\":{\"code\":\"UNEXPECTED_ERROR\",\"message\":"
                + "\"{\\\"type\\\":\\\"error.SuiteScriptError\\\",\\\"name\\\":\\\"SSS_MISSING_REQD_ARGUMENT\\\","
                + "\\\"message\\\":\\\"Missing: id\\\"}\"}}");

        assertThat(error.code()).isEqualTo("SSS_MISSING_REQD_ARGUMENT");
        assertThat(error.detail()).isEqualTo("Missing: id");
    }

    @Test
    void entitiesOfADocumentTypeAreNotFollowed() {
        ErrorBody error = ErrorBody.read("<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<error><code>A_CODE</code><message>&x;</message></error>");

        assertThat(error.detail()).doesNotContain("root:");
    }

    @Test
    void aLongDetailIsCut() {
        assertThat(ErrorBody.read("{\"title\": \"" + "x".repeat(50_000) + "\"}").detail())
                .hasSize(501);
    }
}

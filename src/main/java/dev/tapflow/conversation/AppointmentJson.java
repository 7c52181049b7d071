package dev.tapflow.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tapflow.engine.Appointment;
import dev.tapflow.flow.StepRef;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flows that are to start later, as the JSON that the contact's row keeps; by name. */
final class AppointmentJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, Form>> FORM = new TypeReference<>() {};

  private AppointmentJson() {}

  /** One of them; the names stay for ever, rows outlive the program that wrote them. */
  record Form(
      long token, String at, String flow, String step, Map<String, Object> with, boolean skip) {

    static Form of(Appointment appointment) {
      return new Form(
          appointment.token(),
          appointment.at().toString(),
          appointment.flow().flow(),
          appointment.flow().step(),
          ValueJson.encode(appointment.with()),
          appointment.skipIfBusy());
    }

    Appointment appointment() {
      return new Appointment(
          token, Instant.parse(at), new StepRef(flow, step), ValueJson.decode(with), skip);
    }
  }

  static String write(SortedMap<String, Appointment> appointments) {
    var forms = new TreeMap<String, Form>();
    appointments.forEach((name, it) -> forms.put(name, Form.of(it)));
    try {
      return JSON.writeValueAsString(forms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected appointments that can be written as JSON", e);
    }
  }

  static SortedMap<String, Appointment> read(String text) {
    try {
      var appointments = new TreeMap<String, Appointment>();
      JSON.readValue(text, FORM).forEach((name, it) -> appointments.put(name, it.appointment()));
      return appointments;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected the JSON of appointments", e);
    }
  }
}

/** By which a command id that comes again, on whatever stream, is found. */
export default ['create index events_command_id on events (command_id)'];

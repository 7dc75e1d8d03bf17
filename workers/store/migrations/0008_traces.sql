-- The span that asked for the task, in the form of W3C Trace Context: work on it joins that trace, in whatever process.
alter table standpoint.tasks add column traceparent text;

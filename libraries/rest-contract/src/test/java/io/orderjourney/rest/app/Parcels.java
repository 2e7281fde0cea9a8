package io.orderjourney.rest.app;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@Singleton
public class Parcels {

    private final DataSource database;

    Parcels(DataSource database) {
        this.database = database;
    }

    @Transactional
    long add(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into parcel (name, version) values (?, 1) returning id")) {
            insert.setString(1, name);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Transactional
    Optional<ParcelView> find(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("select id, name, version from parcel where id = ? for update")) {
            find.setLong(1, id);
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new ParcelView(row.getLong(1), row.getString(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    @Transactional
    void rename(long id, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update parcel set name = ?, version = version + 1 where id = ?")) {
            update.setString(1, name);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    public long count(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from parcel where name = ?")) {
            count.setString(1, name);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Transactional
    List<ParcelView> after(String name, long id, int rows) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement list = connection.prepareStatement(
                        "select id, name, version from parcel where name = ? and id > ? order by id limit ?")) {
            list.setString(1, name);
            list.setLong(2, id);
            list.setInt(3, rows);
            List<ParcelView> found = new ArrayList<>();
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    found.add(new ParcelView(row.getLong(1), row.getString(2), row.getLong(3)));
                }
            }
            return found;
        }
    }

    /** Keeps a connection busy. */
    @Transactional
    void sleep(double seconds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement sleep = connection.prepareStatement("select pg_sleep(?)")) {
            sleep.setDouble(1, seconds);
            sleep.executeQuery().close();
        }
    }
}

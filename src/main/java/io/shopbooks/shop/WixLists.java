package io.shopbooks.shop;

/** The lists of orders of one site, one for each kind of app that has any. */
record WixLists(WixOrders orders, WixTickets tickets, WixPlans plans) {}
